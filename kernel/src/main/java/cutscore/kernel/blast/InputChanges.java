package cutscore.kernel.blast;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of changes: a CSV file {@code change,of,subject,to}.
 *
 * <pre>
 * change,of,subject,to
 * score,A0000017,2,44.5           a mark, absent (缺考) or voided (违纪)
 * standing,A0000018,,voided       voided (违纪取消) or valid (有效)
 * qualification,系统分析师,,voided  everybody of it
 * area,513326,,add                add (增加) or remove (去除)
 * declared,A0000019,,remove       add or remove
 * </pre>
 *
 * @param list at least one, in the file's order
 */
public record InputChanges(List<InputChange> list, List<Note> notes, String sha256) {
    /** More rows than that are not read. */
    public static final int MOST = 100_000;

    private static final Map<String, String> KNOWN = known();

    public InputChanges {
        list = List.copyOf(list);
        notes = List.copyOf(notes);
    }

    /**
     * @throws Unreadable with every fault of the list
     */
    public static InputChanges read(
            CsvSource source, Qualifications qualifications, Divisions divisions)
            throws IOException {
        var faults = new ArrayList<Fault>();
        var list = new ArrayList<InputChange>();
        try (var csv = new CsvReader(source)) {
            boolean any = csv.next();
            var headings = new Headings(csv, KNOWN, List.of("change", "of", "to"));
            faults.addAll(headings.faults());
            var row = new ChangeRow(csv, headings, qualifications, divisions, faults);
            while (any && headings.faults().isEmpty() && csv.next() && list.size() <= MOST) {
                row.read().ifPresent(list::add);
            }
            if (faults.isEmpty() && (list.isEmpty() || list.size() > MOST)) {
                faults.add(list.isEmpty() ? empty(source.name()) : tooMany(source.name()));
            }
            if (!faults.isEmpty()) {
                throw new Unreadable(faults);
            }
            return new InputChanges(list, headings.notes(), csv.sha256());
        }
    }

    private static Fault empty(String name) {
        return Fault.of(
                        "NO_CHANGES",
                        new Words("没有写任何改动", "there is no change in the list"),
                        new Words("表头之下至少写一行", "write at least one row below the headings"))
                .in(name);
    }

    private static Fault tooMany(String name) {
        return Fault.of(
                        "TOO_MANY_CHANGES",
                        new Words("改动超过 " + MOST + " 行", "more than " + MOST + " changes"),
                        new Words("改用更正后的文件重新测算", "determine anew from corrected files"))
                .in(name);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : List.of("change", "of", "subject", "to")) {
            known.put(name, name);
        }
        known.put("改动", "change");
        known.put("对象", "of");
        known.put("科目", "subject");
        known.put("改为", "to");
        return known;
    }
}

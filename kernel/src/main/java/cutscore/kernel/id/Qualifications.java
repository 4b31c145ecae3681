package cutscore.kernel.id;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The qualifications of an exam, in the table's order: the 27 of 软考 are built in, another exam's
 * come from a file {@code qualification,level,subjects,full_mark,national}, subjects separated by
 * semicolons.
 */
public final class Qualifications {
    private static final List<String> REQUIRED =
            List.of("qualification", "level", "subjects", "full_mark", "national");
    private static final Map<String, String> KNOWN = known();
    private static final Qualifications BUILT_IN = load();

    private final Map<String, Qualification> byName;
    private final String sha256;

    private Qualifications(Map<String, Qualification> byName, String sha256) {
        this.byName = byName;
        this.sha256 = sha256;
    }

    /** The 27 qualifications of 软考. */
    public static Qualifications builtIn() {
        return BUILT_IN;
    }

    /**
     * @throws Unreadable with every fault of the table
     */
    public static Qualifications read(String csv) {
        try {
            return read(CsvSource.of("qualifications", csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws Unreadable with every fault of the table
     */
    public static Qualifications read(CsvSource source) throws IOException {
        var faults = new ArrayList<Fault>();
        Map<String, Qualification> byName = new LinkedHashMap<>();
        try (var csv = new CsvReader(source)) {
            boolean any = csv.next();
            var headings = new Headings(csv, KNOWN, REQUIRED);
            faults.addAll(headings.faults());
            while (any && headings.faults().isEmpty() && csv.next()) {
                csv.fault().ifPresentOrElse(faults::add, () -> take(csv, headings, byName, faults));
            }
            if (faults.isEmpty() && byName.isEmpty()) {
                faults.add(empty(source.name()));
            }
            if (!faults.isEmpty()) {
                throw new Unreadable(faults);
            }
            return new Qualifications(byName, csv.sha256());
        }
    }

    public Optional<Qualification> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the table's order. */
    public List<Qualification> all() {
        return List.copyOf(byName.values());
    }

    /** SHA-256 of the table's file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    private static void take(
            CsvReader csv, Headings headings, Map<String, Qualification> byName, List<Fault> out) {
        var row = new Row(csv, headings, out);
        String name = row.required("qualification");
        String level = row.required("level");
        List<String> subjects = row.subjects();
        Optional<Score> full = row.mark("full_mark");
        Optional<Score> national = row.mark("national");
        if (full.isPresent() && national.isPresent() && national.get().compareTo(full.get()) > 0) {
            row.fault("national", "NATIONAL_ABOVE_FULL", "高于满分", "above the full mark");
        } else if (byName.containsKey(name)) {
            row.fault("qualification", "QUALIFICATION_TWICE", "资格重复", "stands twice");
        } else if (row.sound && full.isPresent() && national.isPresent()) {
            var one =
                    new Qualification(name, new Level(level), subjects, full.get(), national.get());
            byName.put(name, one);
        }
    }

    private static Fault empty(String name) {
        return Fault.of(
                        "NO_ROWS",
                        new Words("表中没有任何资格", "the table holds no qualification"),
                        new Words("至少写一行", "write at least one row"))
                .in(name);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        REQUIRED.forEach(name -> known.put(name, name));
        known.put("资格名称", "qualification");
        known.put("级别", "level");
        known.put("科目", "subjects");
        known.put("满分", "full_mark");
        known.put("全国合格标准", "national");
        return known;
    }

    private static Qualifications load() {
        try (InputStream in =
                Qualifications.class.getResourceAsStream("ruankao-qualifications.csv")) {
            byte[] content = Objects.requireNonNull(in, "the built-in table").readAllBytes();
            return read(CsvSource.of("ruankao-qualifications.csv", content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row and what is wrong with it. */
    private static final class Row {
        private final CsvReader csv;
        private final Headings headings;
        private final List<Fault> faults;
        private boolean sound = true;

        Row(CsvReader csv, Headings headings, List<Fault> faults) {
            this.csv = csv;
            this.headings = headings;
            this.faults = faults;
        }

        String required(String heading) {
            String text = csv.text(headings.column(heading)).strip();
            if (text.isEmpty()) {
                fault(heading, "FIELD_BLANK", "不能为空", "must not be blank");
            }
            return text;
        }

        List<String> subjects() {
            String text = required("subjects");
            List<String> subjects =
                    Arrays.stream(text.split("[;；、]", -1)).map(String::strip).toList();
            boolean blank = subjects.stream().anyMatch(String::isEmpty);
            boolean twice = Set.copyOf(subjects).size() < subjects.size();
            if (!text.isEmpty() && (blank || twice || subjects.size() > 3)) {
                fault(
                        "subjects",
                        "SUBJECTS",
                        "应为一至三个不同的科目，用分号隔开",
                        "one to three different subjects, separated by semicolons");
            }
            return subjects;
        }

        Optional<Score> mark(String heading) {
            Optional<Score> mark = Score.parse(required(heading));
            if (mark.isEmpty()) {
                fault(heading, "MARK", "应为 75 或 45.5 这样的分数", "a mark such as 75 or 45.5");
            }
            return mark;
        }

        void fault(String heading, String code, String zh, String en) {
            sound = false;
            int column = headings.column(heading);
            String shown = Shown.of(csv.text(column));
            faults.add(
                    csv.fault(
                            code,
                            column + 1,
                            heading,
                            new Words(shown + "：" + zh, shown + ": " + en),
                            new Words("改正本行", "mend this row")));
        }
    }
}

package cutscore.kernel.csv;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table's first row: which column holds what, in any order, in English or Chinese. A heading that
 * nobody knows is noted and not used; one that stands twice, or a missing one, is a fault.
 */
public final class Headings {
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final int size;

    /**
     * Reads the row the reader stands on.
     *
     * @param known each accepted heading and the one name it stands for
     * @param required the names that must be there, in the order they are to be asked for
     */
    public Headings(CsvReader first, Map<String, String> known, List<String> required) {
        this.size = first.size();
        if (first.fault().isPresent()) {
            faults.add(first.fault().get());
            return;
        }
        if (size == 0) {
            faults.add(empty(first));
            return;
        }
        for (int i = 0; i < size; i++) {
            take(first, i, known);
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                faults.add(missing(first, name, known));
            }
        }
    }

    private void take(CsvReader first, int index, Map<String, String> known) {
        String heading = first.text(index).strip();
        String name = known.get(heading.toLowerCase(Locale.ROOT));
        if (name == null) {
            notes.add(
                    new Note(
                            "HEADING_UNKNOWN",
                            first.name(),
                            first.line(),
                            new Words(
                                    "不使用的列 " + Shown.of(heading),
                                    "column not used: " + Shown.of(heading)),
                            1));
            return;
        }
        if (columns.putIfAbsent(name, index) != null) {
            faults.add(
                    first.fault(
                            "HEADING_TWICE",
                            index + 1,
                            heading,
                            new Words("同一列出现了两次：" + name, "this column stands twice: " + name),
                            new Words("删去其中一列", "remove one of the two")));
        }
    }

    private static Fault empty(CsvReader first) {
        return first.fault(
                "FILE_EMPTY",
                0,
                null,
                new Words("文件是空的", "the file is empty"),
                new Words("第一行写表头", "the first line holds the headings"));
    }

    private Fault missing(CsvReader first, String name, Map<String, String> known) {
        String other =
                known.entrySet().stream()
                        .filter(e -> e.getValue().equals(name) && !e.getKey().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(name);
        boolean separated = first.size() == 1 && first.text(0).matches("(?s).*[;\t，].*");
        var mend =
                separated
                        ? new Words("请用英文逗号分隔各列", "separate the columns with commas")
                        : new Words(
                                "第一行须是表头，加上这一列（" + name + " 或 " + other + "）",
                                "the first line must be the headings; add this one (or its Chinese"
                                        + " name)");
        return first.fault(
                "HEADING_MISSING",
                0,
                name,
                new Words("缺少列 " + name + "（" + other + "）", "column missing: " + name),
                mend);
    }

    /** The 0-based column of a name, or -1 when the table has none. */
    public int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** How many headings the table has. */
    public int size() {
        return size;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }
}

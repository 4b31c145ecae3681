package cutscore.kernel.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The roster's columns. Subjects stand either by their place (subject_1, 科目一) or by their own names
 * (综合知识, 应用技术); by own names each qualification finds its subjects wherever they stand.
 */
final class RosterHeadings {
    static final List<String> ENGLISH =
            List.of(
                    "admission_number",
                    "division_code",
                    "qualification",
                    "subject_1",
                    "subject_2",
                    "subject_3",
                    "standing",
                    "identity_type",
                    "identity_number",
                    "name");
    static final List<String> CHINESE =
            List.of("准考证号", "报名地行政区划代码", "资格名称", "科目一", "科目二", "科目三", "考试状态", "证件类型", "证件号码", "姓名");

    /** Before a subject's own name, so that a subject called "name" is not the name. */
    private static final String OWN = "=";

    private final Headings headings;
    private final List<Fault> faults;
    private final List<Integer> subjectColumns = new ArrayList<>();
    private final boolean byOwnNames;

    RosterHeadings(CsvReader first, Qualifications qualifications) {
        var known = known(qualifications);
        this.headings = new Headings(first, known, ENGLISH.subList(0, 3));
        this.faults = new ArrayList<>(headings.faults());
        List<String> own =
                known.values().stream().filter(n -> n.startsWith(OWN)).distinct().toList();
        this.byOwnNames = own.stream().anyMatch(headings::has);
        List<String> byPlace = ENGLISH.subList(3, 6);
        for (String name : byOwnNames ? own : byPlace) {
            if (headings.has(name)) {
                subjectColumns.add(headings.column(name));
            }
        }
        if (byOwnNames && byPlace.stream().anyMatch(headings::has)) {
            faults.add(bothWays(first));
        }
        if (!byOwnNames && first.size() > 0 && first.fault().isEmpty()) {
            byPlace.subList(0, fewestSubjects(qualifications)).stream()
                    .filter(name -> !headings.has(name))
                    .forEach(name -> faults.add(missing(first, name)));
        }
    }

    private static Map<String, String> known(Qualifications qualifications) {
        Map<String, String> known = new LinkedHashMap<>();
        for (int i = 0; i < ENGLISH.size(); i++) {
            known.put(ENGLISH.get(i), ENGLISH.get(i));
            known.put(CHINESE.get(i), ENGLISH.get(i));
        }
        for (Qualification qualification : qualifications.all()) {
            for (String subject : qualification.subjects()) {
                known.putIfAbsent(subject.toLowerCase(Locale.ROOT), OWN + subject);
            }
        }
        return known;
    }

    private static int fewestSubjects(Qualifications qualifications) {
        return qualifications.all().stream().mapToInt(q -> q.subjects().size()).min().orElse(1);
    }

    /** The 0-based column of a heading, by its English name; -1 when there is none. */
    int column(String name) {
        return headings.column(name);
    }

    /** The column of each subject of a qualification; -1 where the roster has none. */
    List<Integer> columnsOf(Qualification qualification) {
        List<Integer> columns = new ArrayList<>();
        for (String subject : qualification.subjects()) {
            String name = byOwnNames ? OWN + subject : "subject_" + (columns.size() + 1);
            columns.add(headings.column(name));
        }
        return columns;
    }

    /** The columns that hold other qualifications' subjects and must be blank in its rows. */
    List<Integer> othersThan(List<Integer> own) {
        return subjectColumns.stream().filter(column -> !own.contains(column)).toList();
    }

    int size() {
        return headings.size();
    }

    List<Fault> faults() {
        return faults;
    }

    List<Note> notes() {
        return headings.notes();
    }

    /** What an import misses: the columns that say who an examinee is. */
    List<Fault> missingOfPerson(CsvReader first) {
        return ENGLISH.subList(8, 10).stream()
                .filter(name -> !headings.has(name))
                .map(
                        name ->
                                first.fault(
                                        "HEADING_MISSING",
                                        0,
                                        name,
                                        new Words(
                                                "缺少列 "
                                                        + name
                                                        + "（"
                                                        + CHINESE.get(ENGLISH.indexOf(name))
                                                        + "），导入时必需",
                                                "column missing: " + name + ", an import needs it"),
                                        new Words("在第一行加上这一列", "add it to the first line")))
                .toList();
    }

    private static Fault missing(CsvReader first, String name) {
        return first.fault(
                "HEADING_MISSING",
                0,
                name,
                new Words(
                        "缺少列 " + name + "（" + CHINESE.get(ENGLISH.indexOf(name)) + "，或科目本名）",
                        "column missing: " + name + " (or the subject's own name)"),
                new Words("在第一行加上这一列", "add it to the first line"));
    }

    private static Fault bothWays(CsvReader first) {
        return first.fault(
                "SUBJECTS_NAMED_TWICE",
                0,
                null,
                new Words(
                        "科目既按次序（科目一）又按本名（综合知识）出现",
                        "subjects stand both by place (subject_1) and by their own names"),
                new Words("只用一种写法", "use one way only"));
    }
}

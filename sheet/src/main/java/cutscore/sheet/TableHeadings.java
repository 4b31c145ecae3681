package cutscore.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the columns of a table from people are, as far as a workbook treats them differently. */
final class TableHeadings {
    /** First column of an error workbook: what came of each row. */
    static final String RESULT = "结果";

    /** Last, hidden column of an error workbook. */
    static final String PRINT = "行指纹";

    /** The template's column that only narrows the next one's list. */
    static final String PROVINCE = "报名地所在省";

    private static final Set<String> NOT_TABLE = Set.of(RESULT, PRINT, PROVINCE);
    private static final Set<String> NUMBERS =
            Set.of("准考证号", "admission_number", "证件号码", "identity_number", "手机", "手机号", "mobile");
    private static final Set<String> DIVISIONS = Set.of("报名地行政区划代码", "division_code");

    private TableHeadings() {}

    /** Whether a column belongs to us, not to the table. */
    static boolean isOurs(String heading) {
        return NOT_TABLE.contains(heading.strip());
    }

    /** Whether what stands in a column only looks like a number. */
    static boolean isNumber(String heading) {
        return NUMBERS.contains(plain(heading));
    }

    static boolean isDivision(String heading) {
        return DIVISIONS.contains(plain(heading));
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    /** Rows above the headings and below them that explain: the template's notes and sample. */
    static boolean isAside(List<SheetCell> cells) {
        String first = cells.isEmpty() ? "" : cells.getFirst().text();
        return first.startsWith("※") || first.startsWith("示例");
    }
}

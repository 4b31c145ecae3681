package cutscore.kernel.roster;

import cutscore.kernel.id.Qualification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands where in the rows of one roster file, for the fast reader. */
final class Columns {
    static final int NUMBER = 0;
    static final int DIVISION = 1;
    static final int QUALIFICATION = 2;
    static final int MARK = 3;
    static final int STANDING = 4;
    static final int TEXT = 5;

    /** A text that is the same in most rows. */
    static final int REPEATED = 6;

    /** The first columns as the format names them; only texts stand after them. */
    static final int[] USUAL = {NUMBER, DIVISION, QUALIFICATION, MARK, MARK, MARK, STANDING};

    /** More columns of marks than this are for the strict reader. */
    static final int MOST_MARKS = 30;

    private final int[] kinds;
    private final boolean crlf;
    private final boolean byPlace;
    private final List<Integer> marks = new ArrayList<>();
    private final QualificationTexts names;
    private final int[] counts;
    private final int[][] subjects;
    private final int[] others;
    private final int[] fullMarks;

    /**
     * @param crlf whether lines end in CRLF
     */
    Columns(RosterHeadings headings, RosterCodes codes, boolean crlf) {
        this.crlf = crlf;
        this.kinds = new int[headings.size()];
        Arrays.fill(kinds, TEXT);
        set(headings.column("admission_number"), NUMBER);
        set(headings.column("division_code"), DIVISION);
        set(headings.column("qualification"), QUALIFICATION);
        set(headings.column("standing"), STANDING);
        set(headings.column("identity_type"), REPEATED);
        for (int column : headings.othersThan(List.of())) {
            marks.add(column);
            set(column, MARK);
        }
        marks.sort(null);
        this.byPlace = headings.column("subject_1") == 3 && headings.column("subject_2") == 4;
        List<Qualification> table = codes.qualifications();
        this.names = new QualificationTexts(table, separator(headings.column("qualification")));
        this.counts = table.stream().mapToInt(q -> q.subjects().size()).toArray();
        this.subjects = new int[table.size()][];
        this.others = new int[table.size()];
        this.fullMarks = new int[table.size()];
        for (int i = 0; i < table.size(); i++) {
            place(i, table.get(i), headings);
        }
    }

    private void set(int column, int kind) {
        if (column >= 0) {
            kinds[column] = kind;
        }
    }

    private void place(int at, Qualification qualification, RosterHeadings headings) {
        int[] own = headings.columnsOf(qualification).stream().mapToInt(marks::indexOf).toArray();
        subjects[at] = new int[3];
        Arrays.fill(subjects[at], own[0]);
        System.arraycopy(own, 0, subjects[at], 0, own.length);
        others[at] = (1 << marks.size()) - 1;
        for (int column : own) {
            others[at] &= column < 0 ? others[at] : ~(1 << column);
        }
        // A subject without a column: no row of this qualification is plain.
        boolean missing = Arrays.stream(own).anyMatch(column -> column < 0);
        fullMarks[at] = missing ? -1 : MarkTexts.MARKED + qualification.fullMark().halfPoints();
        subjects[at] = missing ? new int[3] : subjects[at];
    }

    boolean suitFastReading() {
        return marks.size() <= MOST_MARKS && !marks.isEmpty();
    }

    boolean areInUsualOrder() {
        int usual = USUAL.length;
        return byPlace
                && kinds.length >= usual
                && Arrays.equals(kinds, 0, usual, USUAL, 0, usual)
                && Arrays.stream(kinds, usual, kinds.length).allMatch(kind -> kind >= TEXT);
    }

    /** What each column holds. */
    int[] kinds() {
        return kinds.clone();
    }

    /** The byte after a field: a comma, or the first of the line end. */
    int separator(int column) {
        return column < kinds.length - 1 ? ',' : crlf ? '\r' : '\n';
    }

    /** How many bytes of a line end stand after the last field's separator. */
    int afterLast() {
        return crlf ? 1 : 0;
    }

    QualificationTexts names() {
        return names;
    }

    /** Which columns of marks hold a qualification's three subjects; the first again if fewer. */
    int[][] subjects() {
        return subjects;
    }

    /** All ones for the qualifications with fewer subjects than this, else zero. */
    int[] without(int subject) {
        return Arrays.stream(counts).map(count -> count < subject ? -1 : 0).toArray();
    }

    /** Which columns of marks must be blank for a qualification, one bit each. */
    int[] others() {
        return others;
    }

    /** The highest mark of a qualification as {@link MarkTexts} says it. */
    int[] fullMarks() {
        return fullMarks;
    }

    int marks() {
        return marks.size();
    }
}

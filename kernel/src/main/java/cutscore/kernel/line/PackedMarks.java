package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.List;

/**
 * A mark sheet in four bytes: three marks of nine bits with a spare bit above each, so that one
 * subtraction asks all three whether they reach a line; and what was sat.
 */
final class PackedMarks {
    /** In half points. */
    static final int HIGHEST = 509;

    /** What was sat: every subject, some, none. */
    static final int SAT_ALL = 0;

    static final int SAT_SOME = 1;
    static final int SAT_NONE = 2;

    private static final int SUBJECTS = MarkCounts.MOST_DIMENSIONS;
    private static final int FIELD = 10;
    private static final int NO_SUBJECT = 511;
    private static final int MARKS = 0x1FF << 20 | 0x1FF << 10 | 0x1FF;
    private static final int SPARE = 1 << 29 | 1 << 19 | 1 << 9;
    private static final int SAT_AT = 30;

    private PackedMarks() {}

    /**
     * @throws IllegalArgumentException when a mark is above 254.5
     */
    static int of(List<SubjectScore> scores) {
        int packed = 0;
        int sat = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            packed |= (i < scores.size() ? field(scores.get(i)) : NO_SUBJECT) << (FIELD * i);
            sat += i < scores.size() && scores.get(i).sat() ? 1 : 0;
        }
        int kind = sat == scores.size() ? SAT_ALL : sat > 0 ? SAT_SOME : SAT_NONE;
        return packed | (kind << SAT_AT);
    }

    /** 0 when there is no mark, else one more than the half points. */
    private static int field(SubjectScore score) {
        return score instanceof SubjectScore.Marked(var mark) ? field(mark) : 0;
    }

    private static int field(Score mark) {
        if (mark.halfPoints() > HIGHEST) {
            throw new IllegalArgumentException("a mark too high to be packed: " + mark);
        }
        return mark.halfPoints() + 1;
    }

    /** A line's marks, one for every subject or one each; those that are not there ask nothing. */
    static int line(List<Score> marks) {
        int packed = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            packed |= field(marks.get(Math.min(i, marks.size() - 1))) << (FIELD * i);
        }
        return packed;
    }

    /** 1 when every subject reaches the line, else 0. */
    static int reaches(int marks, int line) {
        int left = (((marks & MARKS) | SPARE) - line) & SPARE;
        return left == SPARE ? 1 : 0;
    }

    /** The sum of all marks in half points. */
    static int total(int marks, int subjects) {
        int sum = (marks & 0x1FF) + ((marks >>> 10) & 0x1FF) + ((marks >>> 20) & 0x1FF);
        return sum - subjects - (SUBJECTS - subjects) * NO_SUBJECT;
    }

    /** The lowest mark in half points; below 0 when a subject has none. */
    static int lowest(int marks) {
        int two = Math.min(marks & 0x1FF, (marks >>> 10) & 0x1FF);
        return Math.min(two, (marks >>> 20) & 0x1FF) - 1;
    }

    static int sat(int marks) {
        return marks >>> SAT_AT;
    }

    /** Whether somebody who sat so much is an examinee. */
    static boolean counts(int sat, LineRule.Sat asked) {
        return switch (asked) {
            case ANY -> sat != SAT_NONE;
            case ALL -> sat == SAT_ALL;
            case REGISTERED -> true;
        };
    }
}

package cutscore.server.line.web.workbench;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.score.Score;
import java.util.Arrays;

/**
 * A passing line made ready to be held against a million mark sheets: the kernel's {@link
 * PassingLine#reachedBy} in plain integers.
 *
 * @param each the least half points in each subject
 * @param total the least sum of half points
 * @param national the national mark in half points, by which everybody passes
 */
@SuppressWarnings("ArrayRecordComponent")
record Reach(int[] each, int total, int national) {
    private static final int SUBJECTS = 3;

    static Reach of(PassingLine line, Score national) {
        int[] each = new int[SUBJECTS];
        int by = national.halfPoints();
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> {
                Arrays.fill(each, mark.halfPoints());
                yield new Reach(each, 0, by);
            }
            case PassingLine.BySubject(var marks) -> {
                for (int i = 0; i < marks.size(); i++) {
                    each[i] = marks.get(i).halfPoints();
                }
                yield new Reach(each, 0, by);
            }
            case PassingLine.TotalAndFloor(var total, var floor) -> {
                Arrays.fill(each, floor.halfPoints());
                yield new Reach(each, total.halfPoints(), by);
            }
        };
    }

    /**
     * @param marks half points, one per subject, none absent or voided
     * @param subjects how many of them count
     */
    boolean passes(int[] marks, int subjects) {
        boolean reaches = true;
        boolean meets = true;
        int sum = 0;
        for (int i = 0; i < subjects; i++) {
            reaches &= marks[i] >= each[i];
            meets &= marks[i] >= national;
            sum += marks[i];
        }
        return (reaches && sum >= total) || meets;
    }
}

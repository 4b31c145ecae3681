package cutscore.server.line.web.workbench;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.KeyTally;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Counts packed examinees into the keys of one rule. Equal marks are brought together first, so
 * that the kernel's tally is handed thousands of groups and not a million people.
 */
final class Counting {
    private static final long SHEET = 0xFFFF_FFFFL;
    private static final int UNMARKED = 255;

    private final LineRule rule;
    private final List<Qualification> qualifications;
    private final KeyTally tally;
    private final int[] marks = new int[3];

    Counting(LineRule rule, List<Qualification> qualifications) {
        this.rule = rule;
        this.qualifications = qualifications;
        this.tally = new KeyTally(rule, Qualifications.builtIn());
    }

    /**
     * @throws cutscore.kernel.Unreadable when a key that needs one number of subjects has several
     */
    List<KeyCounts> counts(long[] candidates, long[] others) {
        qualifications.forEach(tally::occurs);
        if (rule.shape() instanceof Shape.Uniform) {
            byLowestMark(candidates, true);
        } else {
            bySheet(candidates);
        }
        byLowestMark(candidates, false);
        byLowestMark(others, false);
        return tally.counts();
    }

    /** The lowest mark is all that a line of one mark, and everybody outside the pool, needs. */
    private void byLowestMark(long[] people, boolean measured) {
        long[][] lowest = new long[qualifications.size()][UNMARKED + 1];
        for (long one : people) {
            if (counts(one, measured)) {
                lowest[Headcount.qualification(one)][lowest(one)]++;
            }
        }
        for (int q = 0; q < lowest.length; q++) {
            for (int mark = 0; mark < UNMARKED; mark++) {
                tally.add(qualifications.get(q), measured, new int[] {mark}, lowest[q][mark]);
            }
            tally.addUnmarked(qualifications.get(q), measured, lowest[q][UNMARKED]);
        }
    }

    private int lowest(long one) {
        int lowest = UNMARKED;
        if (Headcount.unpack(one, marks)) {
            for (int i = 0; i < Headcount.subjects(one); i++) {
                lowest = Math.min(lowest, marks[i]);
            }
        }
        return lowest;
    }

    private void bySheet(long[] candidates) {
        long[] sheets = new long[candidates.length];
        int size = 0;
        for (long one : candidates) {
            if (counts(one, true)) {
                sheets[size++] = one & SHEET;
            }
        }
        Arrays.sort(sheets, 0, size);
        int from = 0;
        for (int at = 1; at <= size; at++) {
            if (at == size || sheets[at] != sheets[from]) {
                add(sheets[from], at - from);
                from = at;
            }
        }
    }

    private void add(long sheet, long people) {
        var qualification = qualifications.get(Headcount.qualification(sheet));
        if (Headcount.unpack(sheet, marks)) {
            int[] each = Arrays.copyOf(marks, Headcount.subjects(sheet));
            tally.add(qualification, true, each, people);
        } else {
            tally.addUnmarked(qualification, true, people);
        }
    }

    private boolean counts(long one, boolean measured) {
        return Headcount.sat(one, rule.sat()) && Headcount.measured(one, rule.pool()) == measured;
    }
}

package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.roster.RosterCodes;
import cutscore.kernel.roster.RowSink;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the rows of one thread into arrays: by qualification, pool and lowest mark, and the pool's
 * mark sheets where the rule's shape needs them.
 */
final class RowTally implements RowSink {
    /** In place of a lowest mark: nothing sat; something not sat; all sat, something voided. */
    private static final int NOTHING_SAT = 0;

    private static final int SOME_ABSENT = 1;
    private static final int SOME_VOIDED = 2;

    private final LineRule rule;
    private final List<Qualification> qualifications;
    private final int width;
    private final long[] lowest;
    private final boolean[] voidedOccurs;
    private final PackedCounts[] sheets;
    private final boolean joint;
    private final boolean[] registered;
    private final boolean byArea;
    private final boolean byDeclaration;
    private final BitSet listedSeen = new BitSet();

    RowTally(LineRule rule, RosterCodes codes, Set<DivisionCode> areas) {
        this.rule = rule;
        this.qualifications = codes.qualifications();
        int highest =
                qualifications.stream().mapToInt(q -> q.fullMark().halfPoints()).max().orElse(0);
        this.width = MARKED + highest + 1;
        this.lowest = new long[2 * width * qualifications.size()];
        this.voidedOccurs = new boolean[qualifications.size()];
        this.joint = !(rule.shape() instanceof Shape.Uniform);
        this.sheets = new PackedCounts[joint ? qualifications.size() : 0];
        for (int i = 0; i < sheets.length; i++) {
            sheets[i] = new PackedCounts();
        }
        List<DivisionCode> divisions = codes.divisions();
        this.registered = new boolean[divisions.size()];
        for (int i = 0; i < registered.length; i++) {
            registered[i] = areas.contains(divisions.get(i));
        }
        this.byArea = rule.pool() != LineRule.Pool.DECLARED;
        this.byDeclaration = rule.pool() != LineRule.Pool.REGISTERED;
    }

    @Override
    public void take(
            int qualification,
            int division,
            int first,
            int second,
            int third,
            boolean voided,
            int listed) {
        if (listed != UNLISTED) {
            listedSeen.set(listed);
        }
        if (voided) {
            voidedOccurs[qualification] = true;
            return;
        }
        boolean measured =
                (byArea && registered[division]) || (byDeclaration && listed != UNLISTED);
        int least = Math.min(Math.min(first, second), third);
        int most = Math.max(Math.max(first, second), third);
        int kind = least - ((most - VOIDED) >>> 31);
        lowest[(2 * qualification + (measured ? 1 : 0)) * width + kind]++;
        if (joint && measured && kind >= MARKED) {
            sheets[qualification].add(sheet(first, second, third), 1);
        }
    }

    private static long sheet(long first, long second, long third) {
        return ((first - MARKED) << (2 * MarkCounts.BITS))
                | ((second - MARKED) << MarkCounts.BITS)
                | (third - MARKED);
    }

    /** Which places of the list of numbers were seen. */
    BitSet listedSeen() {
        return listedSeen;
    }

    /** Adds all that was counted. */
    void addTo(KeyTally tally) {
        for (int q = 0; q < voidedOccurs.length; q++) {
            if (occurs(q)) {
                tally.occurs(qualifications.get(q));
                addUnmarked(tally, q, false);
                addUnmarked(tally, q, true);
                addMarked(tally, q, false);
                addMarked(tally, q, true);
            }
        }
    }

    private boolean occurs(int q) {
        return voidedOccurs[q]
                || Arrays.stream(lowest, 2 * q * width, 2 * (q + 1) * width).anyMatch(n -> n > 0);
    }

    private long count(int q, boolean measured, int kind) {
        return lowest[(2 * q + (measured ? 1 : 0)) * width + kind];
    }

    private void addUnmarked(KeyTally tally, int q, boolean measured) {
        long people = count(q, measured, SOME_VOIDED);
        if (rule.sat() != LineRule.Sat.ALL) {
            people += count(q, measured, SOME_ABSENT);
        }
        if (rule.sat() == LineRule.Sat.REGISTERED) {
            people += count(q, measured, NOTHING_SAT);
        }
        if (people > 0) {
            tally.addUnmarked(qualifications.get(q), measured, people);
        }
    }

    private void addMarked(KeyTally tally, int q, boolean measured) {
        var qualification = qualifications.get(q);
        int subjects = qualification.subjects().size();
        if (joint && measured) {
            sheets[q].forEach(
                    (sheet, people) ->
                            tally.add(qualification, true, marks(sheet, subjects), people));
            return;
        }
        for (int kind = MARKED; kind < width; kind++) {
            long people = count(q, measured, kind);
            if (people > 0) {
                int[] marks = new int[subjects];
                Arrays.fill(marks, kind - MARKED);
                tally.add(qualification, measured, marks, people);
            }
        }
    }

    private static int[] marks(long sheet, int subjects) {
        int[] marks = new int[subjects];
        for (int i = 0; i < subjects; i++) {
            marks[i] = (int) (sheet >>> ((2 - i) * MarkCounts.BITS)) & MarkCounts.MASK;
        }
        return marks;
    }
}

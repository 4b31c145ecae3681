package cutscore.bench;

import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.MarkCounts;

/**
 * The marks of invented examinees of three subjects, most of them different: a pool that does worse
 * than the people outside, as the law supposes.
 */
final class InventedPool {
    private static final int FULL = 150;
    private static final int FOR_POOL = 66;
    private static final int FOR_OUTSIDE = 74;

    private final byte[] marks;
    private final KeyCounts counts;
    private long state = 20_261_122;

    /**
     * @param people in the pool; as many again stand outside
     */
    InventedPool(int people) {
        this.marks = new byte[3 * people];
        var pool = new MarkCounts(3);
        var outside = new MarkCounts(1);
        int[] sheet = new int[3];
        for (int i = 0; i < people; i++) {
            sheet(FOR_POOL, sheet);
            for (int subject = 0; subject < 3; subject++) {
                marks[3 * i + subject] = (byte) sheet[subject];
            }
            pool.add(sheet, 1);
            sheet(FOR_OUTSIDE, sheet);
            outside.add(new int[] {Math.min(sheet[0], Math.min(sheet[1], sheet[2]))}, 1);
        }
        this.counts = new KeyCounts("pool", pool, outside);
    }

    /** Half points, three to a person. */
    byte[] marks() {
        return marks;
    }

    KeyCounts counts() {
        return counts;
    }

    /** Subjects of one person go together: a person's own level, then each subject's own luck. */
    private void sheet(int average, int[] into) {
        int level = average + bell() / 2;
        for (int subject = 0; subject < 3; subject++) {
            into[subject] = Math.clamp(level + bell() / 3 + 2L * subject, 0, FULL);
        }
    }

    /** Bell-shaped around zero, from -60 to 60. */
    private int bell() {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            sum += (int) ((state >>> 33) % 31);
        }
        return sum - 60;
    }
}

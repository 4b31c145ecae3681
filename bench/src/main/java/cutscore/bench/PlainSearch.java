package cutscore.bench;

/**
 * The best vector of marks for three subjects, by the definition of design §3 and without the
 * kernel: among all vectors of half points up to the national mark that keep the rate, most people,
 * then the smallest total reduction, then the smallest largest one, then the higher earlier mark.
 */
final class PlainSearch {
    private static final int SIDE = 91;
    private static final int NATIONAL = SIDE - 1;

    /** How many vectors there are. */
    static final int VECTORS = SIDE * SIDE * SIDE;

    private final byte[] marks;

    /**
     * @param marks half points, three to a person
     */
    PlainSearch(byte[] marks) {
        this.marks = marks;
    }

    /** How many people reach a vector, by looking at all of them. */
    long scan(int vector) {
        int first = vector / (SIDE * SIDE);
        int second = vector / SIDE % SIDE;
        int third = vector % SIDE;
        long reaching = 0;
        for (int at = 0; at < marks.length; at += 3) {
            if ((marks[at] & 0xff) >= first
                    && (marks[at + 1] & 0xff) >= second
                    && (marks[at + 2] & 0xff) >= third) {
                reaching++;
            }
        }
        return reaching;
    }

    /** How many people reach each vector, all at once. */
    int[] reachingAll() {
        int[] reaching = new int[VECTORS];
        for (int at = 0; at < marks.length; at += 3) {
            int first = Math.min(NATIONAL, marks[at] & 0xff);
            int second = Math.min(NATIONAL, marks[at + 1] & 0xff);
            reaching[place(first, second, Math.min(NATIONAL, marks[at + 2] & 0xff))]++;
        }
        for (int step : new int[] {SIDE * SIDE, SIDE, 1}) {
            for (int at = VECTORS - 1; at >= 0; at--) {
                if (at / step % SIDE < NATIONAL) {
                    reaching[at] += reaching[at + step];
                }
            }
        }
        return reaching;
    }

    /**
     * The best vector's marks and people, as text.
     *
     * @param most how many may pass
     */
    static String best(int[] reaching, long most) {
        int best = -1;
        for (int at = 0; at < VECTORS - 1; at++) {
            if (reaching[at] <= most && (best < 0 || isBetter(at, best, reaching))) {
                best = at;
            }
        }
        return best < 0 ? "none" : text(best) + " " + reaching[best];
    }

    private static boolean isBetter(int one, int other, int[] reaching) {
        if (reaching[one] != reaching[other]) {
            return reaching[one] > reaching[other];
        }
        if (sum(one) != sum(other)) {
            return sum(one) > sum(other);
        }
        if (least(one) != least(other)) {
            return least(one) > least(other);
        }
        return one > other;
    }

    private static int sum(int at) {
        return at / (SIDE * SIDE) + at / SIDE % SIDE + at % SIDE;
    }

    private static int least(int at) {
        return Math.min(at / (SIDE * SIDE), Math.min(at / SIDE % SIDE, at % SIDE));
    }

    private static int place(int first, int second, int third) {
        return (first * SIDE + second) * SIDE + third;
    }

    /** Half points, separated by commas. */
    static String text(int at) {
        return at / (SIDE * SIDE) + "," + at / SIDE % SIDE + "," + at % SIDE;
    }
}

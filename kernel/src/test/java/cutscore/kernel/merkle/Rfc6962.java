package cutscore.kernel.merkle;

import java.util.ArrayList;
import java.util.List;

/** Section 2.1 of RFC 6962 written down word by word: slow, recursive, on a list of all entries. */
final class Rfc6962 {
    private Rfc6962() {}

    static Hash mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY;
        }
        if (d.size() == 1) {
            return Hash.leaf(d.getFirst());
        }
        int k = split(d.size());
        return Hash.node(mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    static List<Hash> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d.size());
        var left = d.subList(0, k);
        var right = d.subList(k, d.size());
        return m < k ? and(path(m, left), mth(right)) : and(path(m - k, right), mth(left));
    }

    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean known) {
        if (m == d.size()) {
            return known ? List.of() : List.of(mth(d));
        }
        int k = split(d.size());
        var left = d.subList(0, k);
        var right = d.subList(k, d.size());
        return m <= k
                ? and(subproof(m, left, known), mth(right))
                : and(subproof(m - k, right, false), mth(left));
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> some, Hash more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}

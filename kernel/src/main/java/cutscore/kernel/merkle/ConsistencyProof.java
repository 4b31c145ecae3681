package cutscore.kernel.merkle;

import java.util.List;

/**
 * That a larger tree only added to a smaller one (RFC 6962 section 2.1.2).
 *
 * @param older size, from 0
 * @param newer size, not less
 */
public record ConsistencyProof(long older, long newer, List<Hash> path) {

    /**
     * @throws IllegalArgumentException when the newer tree is the smaller one
     */
    public ConsistencyProof {
        if (older < 0 || newer < older) {
            throw new IllegalArgumentException("from " + older + " to " + newer);
        }
        path = List.copyOf(path);
    }

    /** Whether the tree with the newer root holds the one with the older (RFC 9162 2.1.4.2). */
    public boolean proves(Hash olderRoot, Hash newerRoot) {
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (older == 0) {
            return path.isEmpty() && olderRoot.equals(Hash.EMPTY);
        }
        boolean whole = Long.bitCount(older) == 1;
        if (path.isEmpty() && !whole) {
            return false;
        }
        var first = whole ? olderRoot : path.getFirst();
        return climb(first, whole ? path : path.subList(1, path.size()), olderRoot, newerRoot);
    }

    private boolean climb(Hash first, List<Hash> rest, Hash olderRoot, Hash newerRoot) {
        int start = Long.numberOfTrailingZeros(older);
        long node = (older - 1) >> start;
        long last = (newer - 1) >> start;
        var small = first;
        var large = first;
        for (Hash beside : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                small = Hash.node(beside, small);
                large = Hash.node(beside, large);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                large = Hash.node(large, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(olderRoot) && large.equals(newerRoot);
    }
}

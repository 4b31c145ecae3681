package cutscore.kernel.merkle;

import java.util.List;

/**
 * That a leaf stands in a tree: the hashes beside its way to the root, lowest first (RFC 6962
 * section 2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    /**
     * @throws IllegalArgumentException when there is no such leaf in such a tree
     */
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        path = List.copyOf(path);
    }

    /** Whether this leaf with this path leads to this root (RFC 9162 section 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(beside, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hash.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}

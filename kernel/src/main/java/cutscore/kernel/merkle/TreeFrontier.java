package cutscore.kernel.merkle;

import cutscore.kernel.seal.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree that remembers only its peaks: the roots of the complete subtrees it consists of,
 * largest first, one for each 1 in the binary size. Not for several threads.
 */
public final class TreeFrontier {
    private final MessageDigest sha = Digest.sha256();
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    public TreeFrontier() {}

    /**
     * Goes on where another one stopped.
     *
     * @throws IllegalArgumentException when that size has not so many peaks
     */
    public TreeFrontier(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(peaks.size() + " peaks for " + size + " leaves");
        }
        this.size = size;
        this.peaks.addAll(peaks);
    }

    public void append(Hash leaf) {
        var grown = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            grown = Hash.node(sha, peaks.removeLast(), grown);
        }
        peaks.add(grown);
        size++;
    }

    public long size() {
        return size;
    }

    /** Largest first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** The Merkle tree hash of all leaves so far. */
    public Hash root() {
        return fold(sha, peaks);
    }

    static Hash fold(MessageDigest sha, List<Hash> peaks) {
        if (peaks.isEmpty()) {
            return Hash.EMPTY;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(sha, peaks.get(i), root);
        }
        return root;
    }
}

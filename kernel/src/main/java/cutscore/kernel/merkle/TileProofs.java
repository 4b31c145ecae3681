package cutscore.kernel.merkle;

import java.util.ArrayList;
import java.util.List;

/** Proofs about a tree of one size, made from its stored tiles. Not for several threads. */
public final class TileProofs {
    private final StoredTiles tiles;
    private final long size;

    /**
     * @param size of the tree, as its checkpoint says
     */
    public TileProofs(LedgerSource source, long size) {
        this.tiles = new StoredTiles(source, size);
        this.size = size;
    }

    /**
     * The root of the first so many leaves.
     *
     * @throws MissingTile when a tile is missing
     */
    public Hash root(long leaves) {
        mustHold(leaves);
        return leaves == 0 ? Hash.EMPTY : tiles.range(0, leaves);
    }

    /**
     * PATH(index, D[size]).
     *
     * @throws MissingTile when a tile is missing
     */
    public InclusionProof inclusion(long index) {
        var path = new ArrayList<Hash>();
        long start = 0;
        long end = size;
        var proof = new InclusionProof(index, size, path);
        while (end - start > 1) {
            long middle = start + Long.highestOneBit(end - start - 1);
            boolean left = index < middle;
            path.add(left ? tiles.range(middle, end) : tiles.range(start, middle));
            start = left ? start : middle;
            end = left ? middle : end;
        }
        return new InclusionProof(proof.index(), proof.size(), path.reversed());
    }

    /**
     * PROOF(older, D[size]).
     *
     * @throws MissingTile when a tile is missing
     */
    public ConsistencyProof consistency(long older) {
        mustHold(older);
        if (older == 0 || older == size) {
            return new ConsistencyProof(older, size, List.of());
        }
        var path = new ArrayList<Hash>();
        long start = 0;
        long end = size;
        while (end != older) {
            long middle = start + Long.highestOneBit(end - start - 1);
            boolean left = older <= middle;
            path.add(left ? tiles.range(middle, end) : tiles.range(start, middle));
            start = left ? start : middle;
            end = left ? middle : end;
        }
        // The verifier knows the smaller tree's root already when it is a subtree of its own.
        if (start > 0) {
            path.add(tiles.range(start, end));
        }
        return new ConsistencyProof(older, size, path.reversed());
    }

    private void mustHold(long leaves) {
        if (leaves < 0 || leaves > size) {
            throw new IllegalArgumentException(leaves + " leaves of a tree of " + size);
        }
    }
}

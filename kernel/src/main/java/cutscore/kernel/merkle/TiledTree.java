package cutscore.kernel.merkle;

import cutscore.kernel.seal.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree that grows into tiles and entry bundles. It keeps the unfinished tile of each level; full
 * ones leave at once. Not for several threads.
 */
public final class TiledTree {

    /** Takes a finished file's place and content. */
    public interface Sink {
        void put(TilePath path, byte[] content);
    }

    private final MessageDigest sha = Digest.sha256();
    private final List<byte[]> levels = new ArrayList<>();
    private final EntryBundle bundle = new EntryBundle();
    private long size;

    public TiledTree() {}

    /**
     * Goes on from the files of a tree of that size. Nothing is verified but the files' form:
     * compare {@link #root()} with what was signed.
     *
     * @return empty when a file that it needs is missing or has another length
     */
    public static Optional<TiledTree> resume(long size, LedgerSource source) {
        var tree = new TiledTree();
        var tiles = new StoredTiles(source, size);
        tree.size = size;
        for (int level = 0; size >> (TilePath.HEIGHT * level) > 0; level++) {
            byte[] hashes = tree.level(level);
            var edge = TilePath.of(level, tree.full(level), size);
            if (edge.isPresent()) {
                var stored = tiles.read(edge.get());
                if (stored.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(stored.get(), 0, hashes, 0, stored.get().length);
            }
        }
        return tree.resumeEntries(tiles) ? Optional.of(tree) : Optional.empty();
    }

    private boolean resumeEntries(StoredTiles tiles) {
        var edge = TilePath.of(TilePath.ENTRIES, full(0), size);
        if (edge.isEmpty()) {
            return true;
        }
        var entries = tiles.entries(edge.get());
        entries.ifPresent(found -> found.forEach(bundle::append));
        return entries.isPresent();
    }

    /** Adds an entry; a tile or bundle that becomes full goes to the sink. */
    public void append(LedgerEntry entry, Sink sink) {
        bundle.append(entry);
        long number = size++;
        push(0, number, Hash.leaf(sha, entry.bytes()), sink);
    }

    /**
     * The hash with this number in its level; the last one of a tile makes one of the level above.
     */
    private void push(int level, long number, Hash hash, Sink sink) {
        byte[] hashes = level(level);
        int place = (int) (number % TilePath.FULL);
        long index = number / TilePath.FULL;
        hash.into(hashes, place);
        if (place < TilePath.FULL - 1) {
            return;
        }
        sink.put(new TilePath(level, index, TilePath.FULL), hashes.clone());
        if (level == 0) {
            sink.put(new TilePath(TilePath.ENTRIES, index, TilePath.FULL), bundle.bytes());
            bundle.clear();
        }
        push(level + 1, index, subtree(sha, hashes, 0, TilePath.FULL), sink);
    }

    /** Hands out the unfinished tiles and bundle, as a checkpoint of this size needs them. */
    public void putPartial(Sink sink) {
        for (int level = 0; level < levels.size(); level++) {
            int width = width(level);
            if (width > 0) {
                byte[] hashes = java.util.Arrays.copyOf(level(level), width * Hash.LENGTH);
                sink.put(new TilePath(level, full(level), width), hashes);
            }
        }
        if (width(0) > 0) {
            sink.put(new TilePath(TilePath.ENTRIES, full(0), width(0)), bundle.bytes());
        }
    }

    public long size() {
        return size;
    }

    /** The complete subtrees' roots, largest first. */
    public List<Hash> peaks() {
        var peaks = new ArrayList<Hash>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            int start = 0;
            for (int bit = TilePath.FULL / 2; bit > 0; bit /= 2) {
                if ((width(level) & bit) != 0) {
                    peaks.add(subtree(sha, level(level), start, bit));
                    start += bit;
                }
            }
        }
        return peaks;
    }

    public Hash root() {
        return TreeFrontier.fold(sha, peaks());
    }

    /** The root over so many hashes of a tile, a power of two. */
    static Hash subtree(MessageDigest sha, byte[] tile, int start, int count) {
        if (count == 1) {
            return Hash.inTile(tile, start);
        }
        int half = count / 2;
        return Hash.node(
                sha, subtree(sha, tile, start, half), subtree(sha, tile, start + half, half));
    }

    private byte[] level(int level) {
        while (levels.size() <= level) {
            levels.add(new byte[TilePath.FULL * Hash.LENGTH]);
        }
        return levels.get(level);
    }

    private int width(int level) {
        return (int) (size >> (TilePath.HEIGHT * level)) & (TilePath.FULL - 1);
    }

    /** How many full tiles the level has; the index of its unfinished one. */
    private long full(int level) {
        return size >> (TilePath.HEIGHT * (level + 1));
    }
}

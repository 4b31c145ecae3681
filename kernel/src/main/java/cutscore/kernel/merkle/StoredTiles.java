package cutscore.kernel.merkle;

import cutscore.kernel.seal.Digest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tiles of a tree of one size as they are stored; a few of them are kept at hand. */
final class StoredTiles {
    private static final int AT_HAND = 64;

    private final MessageDigest sha = Digest.sha256();
    private final LedgerSource source;
    private final long size;
    private final Map<TilePath, byte[]> recent =
            new LinkedHashMap<>(AT_HAND, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
                    return size() > AT_HAND;
                }
            };

    StoredTiles(LedgerSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The tile's hashes; a partial one may also be cut from the full one that followed it. */
    Optional<byte[]> read(TilePath path) {
        byte[] known = recent.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        int length = path.width() * Hash.LENGTH;
        var found = source.read(path.text()).filter(tile -> tile.length == length);
        if (found.isEmpty() && !path.isFull()) {
            found = source.read(path.full().text()).filter(tile -> tile.length > length);
        }
        found = found.map(tile -> Arrays.copyOf(tile, length));
        found.ifPresent(tile -> recent.put(path, tile));
        return found;
    }

    /** The bundle's entries, exactly as many as the path says. */
    Optional<List<LedgerEntry>> entries(TilePath path) {
        var found = source.read(path.text()).flatMap(EntryBundle::read);
        if (found.isEmpty() && !path.isFull()) {
            found = source.read(path.full().text()).flatMap(EntryBundle::read);
        }
        return found.filter(entries -> entries.size() >= path.width())
                .map(entries -> entries.subList(0, path.width()));
    }

    /** MTH of the leaves from start (inside) to end (outside), RFC 6962 section 2.1. */
    Hash range(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1 && start % count == 0) {
            return complete(Long.numberOfTrailingZeros(count), start / count);
        }
        long split = Long.highestOneBit(count - 1);
        return Hash.node(sha, range(start, start + split), range(start + split, end));
    }

    private Hash complete(int height, long index) {
        int level = height / TilePath.HEIGHT;
        int within = height % TilePath.HEIGHT;
        long first = index << within;
        var path = TilePath.of(level, first / TilePath.FULL, size).orElseThrow();
        byte[] tile = read(path).orElseThrow(() -> new MissingTile(path));
        return TiledTree.subtree(sha, tile, (int) (first % TilePath.FULL), 1 << within);
    }
}

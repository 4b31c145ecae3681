package cutscore.kernel.merkle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger's files in memory. */
final class MemoryLedger implements LedgerSource, TiledTree.Sink {
    final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public void put(TilePath path, byte[] content) {
        files.put(path.text(), content);
    }

    @Override
    public Optional<List<String>> tilePaths() {
        return Optional.of(files.keySet().stream().filter(p -> p.startsWith("tile/")).toList());
    }

    @Override
    public String name() {
        return "memory";
    }
}

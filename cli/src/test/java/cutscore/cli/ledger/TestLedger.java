package cutscore.cli.ledger;

import cutscore.kernel.merkle.ActForm;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.merkle.TiledTree;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A ledger in a folder that a test lets grow. */
public final class TestLedger {
    public static final NoteSigner LOG = NoteSigner.log("cutscore.test/ledger", new byte[32]);

    public final Path folder;
    private final String kind;
    private final TiledTree tree = new TiledTree();

    public TestLedger(Path folder, String kind) {
        this.folder = folder;
        this.kind = kind;
        write("key", bytes(LOG.key().text() + "\n"));
    }

    /** Publishes so many acts more. */
    public TestLedger grow(int count) {
        for (int i = 0; i < count; i++) {
            var at = Instant.ofEpochSecond(1_692_666_000L + tree.size());
            var body = Json.object().put("number", tree.size()).build();
            var act = ActForm.write(kind, at, at, List.of(), body);
            tree.append(new LedgerEntry(act.bytes()), (path, file) -> write(path.text(), file));
        }
        tree.putPartial((path, file) -> write(path.text(), file));
        var checkpoint = new Checkpoint(LOG.key().name(), tree.size(), tree.root());
        write("checkpoint", bytes(LOG.sign(checkpoint.text()).file()));
        return this;
    }

    private void write(String path, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(path).resolveSibling("."));
            Files.write(folder.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

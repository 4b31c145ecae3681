package cutscore.cli.ledger;

import cutscore.kernel.merkle.ActForm;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.Commitment;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.merkle.TileProofs;
import cutscore.kernel.merkle.TiledTree;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import cutscore.kernel.seal.StrictBase64;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The receipt of an invented declaration in an invented ledger. */
public final class TestReceipt {
    public static final NoteSigner LOG = NoteSigner.log("cutscore.test/ledger", new byte[32]);
    private static final Instant AT = Instant.parse("2023-09-01T03:04:05.678901Z");
    private static final byte[] SALT = new byte[32];

    private TestReceipt() {}

    /** Entry {@code index} of {@code size}. */
    public static ReceiptProof of(int size, int index) {
        Map<String, byte[]> files = new HashMap<>();
        var tree = new TiledTree();
        LedgerEntry mine = null;
        for (int i = 0; i < size; i++) {
            var entry = new LedgerEntry(act(i == index ? content() : Json.of(i)).bytes());
            mine = i == index ? entry : mine;
            tree.append(entry, (path, file) -> files.put(path.text(), file));
        }
        tree.putPartial((path, file) -> files.put(path.text(), file));
        var checkpoint = new Checkpoint(LOG.key().name(), size, tree.root());
        return new ReceiptProof(
                java.util.Objects.requireNonNull(mine),
                index,
                new TileProofs(source(files), size).inclusion(index).path(),
                LOG.sign(checkpoint.text()),
                LOG.key(),
                Optional.of(new ReceiptProof.Declared(content(), StrictBase64.text(SALT))));
    }

    private static LedgerSource source(Map<String, byte[]> files) {
        return new LedgerSource() {
            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public String name() {
                return "memory";
            }
        };
    }

    private static Json.Obj act(Json committed) {
        var body =
                Json.object()
                        .put("commitment", Commitment.to(committed.bytes(), SALT))
                        .put("session", "2023-1")
                        .put("province", "510000")
                        .put("ground", "REGISTERED")
                        .build();
        return ActForm.write("declaration.submitted", AT, AT, List.of(), body);
    }

    private static Json.Obj content() {
        return Json.object()
                .put("admissionNumber", "A-1")
                .put("arrivedAt", "2023-09-01T11:04:05+08:00")
                .put("commitmentAccepted", true)
                .put("ground", "REGISTERED")
                .put("person", "00".repeat(32))
                .put("place", "513326")
                .put("session", "2023-1")
                .build();
    }
}

package cutscore.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.merkle.ReceiptCheck.Code;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import cutscore.kernel.seal.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceiptProofTests {
    private static final NoteSigner LOG = NoteSigner.log("cutscore.test/ledger", new byte[32]);
    private static final Instant AT = Instant.parse("2023-09-01T03:04:05.678901Z");
    private static final byte[] SALT =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Json.Obj CONTENT = content("513326", "2023-09-01T11:04:05+08:00");

    @Test
    void aProofHoldsWhereverTheEntryStands() {
        for (int size : new int[] {1, 2, 3, 5, 255, 256, 257, 300}) {
            for (int index : new int[] {0, size / 2, size - 1}) {
                var file = proof(size, index).bytes();
                var report = check(file);
                assertThat(report.findings()).as("%d of %d", index, size).isEmpty();
                assertThat(report.declared().orElseThrow()).isEqualTo(CONTENT);
                assertThat(ReceiptProof.parse(file).bytes()).isEqualTo(file);
            }
        }
    }

    @Test
    void withoutWhatOpensItTheProofHoldsAndSaysNothingPersonal() {
        var file = proof(9, 4).withoutDeclared().bytes();
        var report = check(file);
        assertThat(report.isSound()).isTrue();
        assertThat(report.declared()).isEmpty();
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("A-1", "declared");
    }

    @Test
    void noChangedByteIsAccepted() {
        long seed = 20231101;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] good = proof(300, 137).bytes();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(accepts(bad)).as("byte %d", at).isFalse();
        }
        assertThat(accepts(good)).isTrue();
    }

    @Test
    void oneContentHasOneText() {
        byte[] good = proof(5, 2).bytes();
        var text = new String(good, StandardCharsets.UTF_8);
        assertThat(accepts(bytes("{ " + text.substring(1)))).isFalse();
        assertThat(accepts(bytes(Json.parseObject(text).pretty()))).isFalse();
        assertThat(accepts(bytes(text))).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void noLostOrAddedByteIsAccepted() {
        byte[] good = proof(5, 2).bytes();
        for (int length = 0; length < good.length; length++) {
            assertThat(accepts(java.util.Arrays.copyOf(good, length))).isFalse();
        }
        assertThat(accepts(java.util.Arrays.copyOf(good, good.length + 1))).isFalse();
    }

    @Test
    void everyWayToBeUnsoundIsNamed() {
        var good = proof(9, 4);
        assertThat(codes(good, other())).contains(Code.KEY_DIFFERS, Code.NOT_SIGNED);
        var elsewhere = with(good, good.entry(), 3, good.path());
        assertThat(codes(elsewhere)).containsExactly(Code.NOT_INCLUDED);
        var beyond = with(good, good.entry(), 9, good.path());
        assertThat(codes(beyond)).containsExactly(Code.NOT_INCLUDED);
        var shorter = with(good, good.entry(), 4, good.path().subList(1, good.path().size()));
        assertThat(codes(shorter)).containsExactly(Code.NOT_INCLUDED);
        var noAct = new LedgerEntry("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(codes(with(good, noAct, 4, good.path())))
                .containsExactly(Code.NOT_INCLUDED, Code.NOT_AN_ACT);
    }

    @Test
    void anotherDeclarationThanTheCommittedOneOpensNothing() {
        var good = proof(9, 4);
        var changed = content("513327", "2023-09-01T11:04:05+08:00");
        assertThat(codes(with(good, changed))).containsExactly(Code.NOT_OPENED);
    }

    @Test
    void aCommittedContentThatSaysOtherThanTheEntryIsNamed() {
        for (var lie :
                List.of(
                        content("533326", "2023-09-01T11:04:05+08:00"),
                        content("513326", "2023-09-01T11:04:06+08:00"))) {
            assertThat(codes(proof(9, 4, lie))).containsExactly(Code.CONTENT_DIFFERS);
        }
    }

    @Test
    void whatIsNoProofIsUnreadable() {
        for (String text :
                List.of("", "{}", "[]", "x", "{\"format\":\"cutscore-receipt-proof/1\"}")) {
            assertThatThrownBy(() -> ReceiptProof.parse(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Unreadable.class);
        }
    }

    private static boolean accepts(byte[] file) {
        try {
            return check(file).isSound();
        } catch (Unreadable e) {
            return false;
        }
    }

    private static ReceiptCheck.Report check(byte[] file) {
        return ReceiptCheck.check(ReceiptProof.parse(file), LOG.key());
    }

    private static List<Code> codes(ReceiptProof proof) {
        return codes(proof, LOG);
    }

    private static List<Code> codes(ReceiptProof proof, NoteSigner by) {
        return ReceiptCheck.check(proof, by.key()).findings().stream()
                .map(ReceiptCheck.Finding::code)
                .toList();
    }

    private static NoteSigner other() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        return NoteSigner.log("cutscore.test/ledger", seed);
    }

    private static ReceiptProof with(
            ReceiptProof good, LedgerEntry entry, long index, List<Hash> path) {
        return new ReceiptProof(
                entry, index, path, good.checkpoint(), good.key(), Optional.empty());
    }

    private static ReceiptProof with(ReceiptProof good, Json.Obj content) {
        var declared = new ReceiptProof.Declared(content, StrictBase64.text(SALT));
        return new ReceiptProof(
                good.entry(),
                good.index(),
                good.path(),
                good.checkpoint(),
                good.key(),
                Optional.of(declared));
    }

    private static ReceiptProof proof(int size, int index) {
        return proof(size, index, CONTENT);
    }

    private static ReceiptProof proof(int size, int index, Json.Obj content) {
        var ledger = new MemoryLedger();
        var tree = new TiledTree();
        var entries = new ArrayList<LedgerEntry>();
        for (int i = 0; i < size; i++) {
            var commitment = i == index ? Commitment.to(content.bytes(), SALT) : "" + i;
            entries.add(new LedgerEntry(act(commitment).bytes()));
            tree.append(entries.get(i), ledger);
        }
        tree.putPartial(ledger);
        var checkpoint = new Checkpoint(LOG.key().name(), size, tree.root());
        return new ReceiptProof(
                entries.get(index),
                index,
                new TileProofs(ledger, size).inclusion(index).path(),
                LOG.sign(checkpoint.text()),
                LOG.key(),
                Optional.of(new ReceiptProof.Declared(content, StrictBase64.text(SALT))));
    }

    private static Json.Obj act(String commitment) {
        var body =
                Json.object()
                        .put("commitment", commitment)
                        .put("session", "2023-1")
                        .put("province", "510000")
                        .put("ground", "REGISTERED")
                        .build();
        return ActForm.write("declaration.submitted", AT, AT, List.of(), body);
    }

    private static Json.Obj content(String place, String arrivedAt) {
        return Json.object()
                .put("admissionNumber", "A-1")
                .put("arrivedAt", arrivedAt)
                .put("commitmentAccepted", true)
                .put("ground", "REGISTERED")
                .put("person", "00".repeat(32))
                .put("place", place)
                .put("session", "2023-1")
                .build();
    }
}

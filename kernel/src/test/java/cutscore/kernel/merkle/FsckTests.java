package cutscore.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.merkle.Fsck.Code;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FsckTests {
    private static final Instant START = Instant.parse("2023-08-22T01:00:00Z");
    private static final NoteSigner LOG = NoteSigner.log("cutscore.test/ledger", new byte[32]);

    @Test
    void aLedgerOfAnySizeIsSound() {
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 1000}) {
            var report = check(ledger(acts(size)));
            assertThat(report.findings()).as("size %d", size).isEmpty();
            assertThat(report.checkpoint().orElseThrow().size()).isEqualTo(size);
        }
    }

    @Test
    void oneFlippedBitAnywhereIsFoundAndItsPlaceNamed() {
        long seed = 6962;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var ledger = ledger(acts(600));
        var paths = new ArrayList<>(ledger.files.keySet());
        for (int round = 0; round < 200; round++) {
            String path = paths.get(round % paths.size());
            byte[] good = Objects.requireNonNull(ledger.files.get(path));
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            ledger.files.put(path, bad);
            var report = check(ledger);
            assertThat(report.findings())
                    .as("byte %d of %s", at, path)
                    .anyMatch(finding -> names(finding, path, good, at));
            ledger.files.put(path, good);
        }
        assertThat(check(ledger).isSound()).isTrue();
    }

    /** The file itself, or, for the content of an entry, the hash of just that entry. */
    private static boolean names(Fsck.Finding finding, String path, byte[] good, int at) {
        if (finding.file().equals(path)) {
            return true;
        }
        var bundle = TilePath.parse(path).filter(p -> p.level() == TilePath.ENTRIES);
        if (bundle.isEmpty()) {
            return false;
        }
        long index = bundle.get().index() * TilePath.FULL;
        int end = 0;
        for (var entry : EntryBundle.read(good).orElseThrow()) {
            end += 2 + entry.length();
            if (at < end) {
                break;
            }
            index++;
        }
        return finding.code() == Code.HASH && finding.index() == index;
    }

    @Test
    void aMissingOrCutFileIsFound() {
        var ledger = ledger(acts(600));
        for (String path :
                List.of(
                        "tile/0/000",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/001",
                        "tile/entries/002.p/88")) {
            byte[] good = Objects.requireNonNull(ledger.files.remove(path));
            assertThat(check(ledger).findings())
                    .anyMatch(f -> f.code() == Code.MISSING && f.file().equals(path));
            for (int length : new int[] {0, 1, good.length - 1, good.length / 2}) {
                ledger.files.put(path, Arrays.copyOf(good, length));
                assertThat(check(ledger).findings())
                        .anyMatch(f -> f.code() == Code.CUT && f.file().equals(path));
            }
            ledger.files.put(path, good);
        }
        assertThat(check(ledger).isSound()).isTrue();
    }

    @Test
    void aFileTooManyIsFound() {
        var ledger = ledger(acts(600));
        ledger.files.put("tile/0/003.p/1", new byte[32]);
        assertThat(codes(ledger)).containsExactly(Code.BEYOND);
        ledger.files.remove("tile/0/003.p/1");
        ledger.files.put("tile/0/0001", new byte[32]);
        assertThat(codes(ledger)).containsExactly(Code.STRANGE);
        ledger.files.remove("tile/0/0001");
        ledger.files.put("tile/0/001.p/7", new byte[7 * 32]);
        assertThat(codes(ledger)).containsExactly(Code.HASH);
    }

    @Test
    void aTreeThatSomebodyElseSignedIsNotSound() {
        var ledger = ledger(acts(10));
        var other = NoteSigner.log("cutscore.test/ledger", seed());
        var report = new Fsck(ledger, other.key()).check();
        assertThat(report.findings()).extracting(Fsck.Finding::code).contains(Code.SIGNATURE);
    }

    @Test
    void aRootThatTheEntriesDoNotGiveIsFound() {
        var ledger = ledger(acts(300));
        var wrong = new Checkpoint(LOG.key().name(), 300, Hash.EMPTY);
        ledger.files.put("checkpoint", bytes(LOG.sign(wrong.text()).file()));
        assertThat(codes(ledger)).containsExactly(Code.ROOT);
        var smaller = new Checkpoint(LOG.key().name(), 299, Hash.EMPTY);
        ledger.files.put("checkpoint", bytes(LOG.sign(smaller.text()).file()));
        assertThat(codes(ledger)).contains(Code.MISSING);
    }

    @Test
    void entriesThatAreNoActsOrGoBackInTimeAreFound() {
        var late = new ArrayList<>(acts(3));
        late.add(act(3, START.minusSeconds(1)));
        assertThat(codes(ledger(late))).containsExactly(Code.TIME);
        var loose = new ArrayList<>(acts(3));
        loose.add(new LedgerEntry(bytes("{\"b\": 1}")));
        assertThat(codes(ledger(loose))).containsExactly(Code.FORM);
        loose.set(3, new LedgerEntry(new byte[] {(byte) 0xff}));
        assertThat(codes(ledger(loose))).containsExactly(Code.FORM);
    }

    @Test
    void whereThereIsNoCheckpointThereIsNoLedger() {
        assertThatThrownBy(() -> check(new MemoryLedger())).isInstanceOf(Unreadable.class);
    }

    private static List<Code> codes(MemoryLedger ledger) {
        return check(ledger).findings().stream().map(Fsck.Finding::code).toList();
    }

    private static Fsck.Report check(MemoryLedger ledger) {
        return new Fsck(ledger, LOG.key()).check();
    }

    /** Published three times on the way, so that earlier parts of tiles lie about. */
    private static MemoryLedger ledger(List<LedgerEntry> entries) {
        var ledger = new MemoryLedger();
        var tree = new TiledTree();
        for (var entry : entries) {
            tree.append(entry, ledger);
            if (tree.size() == 5 || tree.size() == 300 || tree.size() == 520) {
                tree.putPartial(ledger);
            }
        }
        tree.putPartial(ledger);
        var checkpoint = new Checkpoint(LOG.key().name(), tree.size(), tree.root());
        ledger.files.put("checkpoint", bytes(LOG.sign(checkpoint.text()).file()));
        return ledger;
    }

    private static List<LedgerEntry> acts(int count) {
        var acts = new ArrayList<LedgerEntry>();
        for (int i = 0; i < count; i++) {
            acts.add(act(i, START.plusMillis(i)));
        }
        return acts;
    }

    private static LedgerEntry act(int number, Instant at) {
        var body = Json.object().put("number", number).build();
        return new LedgerEntry(ActForm.write("test.happened", at, at, List.of(), body).bytes());
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        return seed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package cutscore.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.merkle.TileProofs;
import cutscore.server.ledger.LedgerRefused.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class PublishTests {
    private OwnLedger own;

    @BeforeEach
    void start() {
        own = new OwnLedger();
    }

    @AfterEach
    void stop() {
        own.close();
    }

    @Test
    void anEmptyLedgerHasACheckpointToo() throws Exception {
        var checkpoint = own.ledger.publish();
        assertThat(checkpoint.size()).isZero();
        assertThat(note()).startsWith("cutscore.test/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5N");
        assertThat(own.ledger.published().orElseThrow().isSignedBy(own.ledger.key())).isTrue();
        assertThat(Files.readString(own.folder.resolve("key")).strip())
                .isEqualTo(own.ledger.key().text());
    }

    @Test
    void whatWasPublishedIsProvedAndStaysABeginningOfWhatFollows() {
        var checkpoints = new java.util.ArrayList<Checkpoint>();
        int size = 0;
        for (int more : new int[] {1, 1, 253, 1, 1, 255, 1, 700, 0, 65_000}) {
            own.append(size, more);
            size += more;
            checkpoints.add(own.ledger.publish());
            assertThat(own.ledger.waiting()).isZero();
        }
        var last = checkpoints.getLast();
        assertThat(last.size()).isEqualTo(size);
        var proofs = new TileProofs(new LedgerFiles(own.folder), size);
        for (var older : checkpoints) {
            var proof = proofs.consistency(older.size());
            assertThat(proof.proves(older.root(), last.root())).isTrue();
        }
        var next = own.append(1_000_000);
        assertThatThrownBy(() -> own.ledger.prove(next.index()))
                .extracting(e -> ((LedgerRefused) e).why())
                .isEqualTo(Why.NOT_YET_PUBLISHED);
        var root = own.ledger.publish().root();
        assertThat(own.ledger.prove(next.index()).proves(next.leaf(), root)).isTrue();
        assertThat(own.folder.resolve("tile/0/000.p")).doesNotExist();
    }

    @Test
    void publishingAgainWithoutNewsChangesNothing() throws Exception {
        own.append(0, 300);
        own.ledger.publish();
        String before = note();
        own.clock.advance(Duration.ofHours(1));
        own.ledger.publish();
        own.restarted(1).publish();
        assertThat(note()).isEqualTo(before);
    }

    @Test
    void theSameActsGiveTheSameNote() throws Exception {
        try (var other = new OwnLedger()) {
            for (var one : List.of(own, other)) {
                one.append(0, 300);
                one.ledger.publish();
            }
            assertThat(Files.readString(other.folder.resolve("checkpoint"))).isEqualTo(note());
        }
    }

    @Test
    void aRestartGoesOnFromTheFilesAndEvenWithoutThem() throws Exception {
        own.append(0, 700);
        own.ledger.publish();
        own.append(700, 10);
        var second = own.restarted(1).publish();
        FileSystemUtils.deleteRecursively(own.folder.toFile());
        own.append(710, 90);
        var third = own.restarted(1).publish();
        var proofs = new TileProofs(new LedgerFiles(own.folder), 800);
        assertThat(proofs.consistency(710).proves(second.root(), third.root())).isTrue();
    }

    @Test
    void aPowerCutBeforeTheCheckpointIsShownIsMadeUpFor() throws Exception {
        own.append(0, 100);
        own.ledger.publish();
        byte[] before = Files.readAllBytes(own.folder.resolve("checkpoint"));
        own.append(100, 200);
        own.ledger.publish();
        String after = note();
        Files.write(own.folder.resolve("checkpoint"), before);
        own.restarted(1).publish();
        assertThat(note()).isEqualTo(after);
    }

    @Test
    void aSmallerTreeThanTheSignedOneIsNeverSigned() {
        own.append(0, 300);
        own.ledger.publish();
        own.asSuperuser("DELETE FROM ledger.entry WHERE index >= 290");
        own.asSuperuser("UPDATE ledger.head SET size = 290");
        refuses(Why.SMALLER_TREE);
        own.asSuperuser("DELETE FROM ledger.checkpoint");
        refuses(Why.SMALLER_TREE);
        own.append(5000, 50);
        refuses(Why.OTHER_TREE, Why.FILE_CHANGED);
    }

    @Test
    void aDatabaseRestoredFromAnOlderCopyIsSignedOnlyIfItGrewTheSameWay() {
        own.append(0, 300);
        own.ledger.publish();
        own.asSuperuser("DELETE FROM ledger.checkpoint");
        own.append(300, 5);
        assertThat(own.restarted(1).publish().size()).isEqualTo(305);
    }

    @Test
    void anEntryChangedBeforeItIsSignedIsNotSigned() throws Exception {
        own.append(0, 20);
        own.ledger.publish();
        String before = note();
        own.append(20, 300);
        own.asSuperuser("ALTER TABLE ledger.entry DROP CONSTRAINT entry_leaf_hash_is_of_its_bytes");
        own.asSuperuser(
                "UPDATE ledger.entry SET bytes = set_bit(bytes, 77, 1 - get_bit(bytes, 77))"
                        + " WHERE index = 123");
        assertThat(refuses(Why.ENTRY_CHANGED)).contains("123");
        own.asSuperuser(
                "UPDATE ledger.entry SET bytes = set_bit(bytes, 77, 1 - get_bit(bytes, 77)),"
                        + " leaf_hash = set_bit(leaf_hash, 5, 1 - get_bit(leaf_hash, 5))"
                        + " WHERE index = 123");
        assertThat(refuses(Why.ENTRY_CHANGED)).contains("123");
        own.asSuperuser(
                "UPDATE ledger.entry SET leaf_hash ="
                        + " set_bit(leaf_hash, 5, 1 - get_bit(leaf_hash, 5)) WHERE index = 123");
        own.asSuperuser("DELETE FROM ledger.entry WHERE index = 200");
        assertThat(refuses(Why.ENTRY_CHANGED)).contains("200");
        assertThat(note()).isEqualTo(before);
    }

    @Test
    void aTileChangedOnDiskIsNotBuiltUpon() throws Exception {
        own.append(0, 300);
        own.ledger.publish();
        own.append(300, 5);
        for (String path : List.of("tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44")) {
            var file = own.folder.resolve(path);
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            bad[good.length / 2] ^= 4;
            Files.write(file, bad);
            own.restarted(1);
            assertThat(refuses(Why.FILE_CHANGED, Why.OTHER_TREE)).isNotEmpty();
            Files.write(file, good);
        }
        assertThat(own.restarted(1).publish().size()).isEqualTo(305);
    }

    @Test
    void aCheckpointThatIsNotOursIsNotReplaced() throws Exception {
        own.append(0, 3);
        own.ledger.publish();
        own.append(3, 3);
        var file = own.folder.resolve("checkpoint");
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 7) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            refuses(Why.FOREIGN_CHECKPOINT);
        }
        Files.write(file, good);
        assertThat(own.ledger.publish().size()).isEqualTo(6);
        own.restarted(2);
        refuses(Why.FOREIGN_CHECKPOINT);
    }

    private String refuses(Why... reasons) {
        long before =
                own.sql.sql("SELECT count(*) FROM ledger.checkpoint").query(Long.class).single();
        var refusal =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        LedgerRefused.class, () -> own.ledger.publish());
        assertThat(refusal).isNotNull();
        assertThat(reasons).contains(refusal.why());
        assertThat(own.sql.sql("SELECT count(*) FROM ledger.checkpoint").query(Long.class).single())
                .isEqualTo(before);
        return refusal.words().en();
    }

    private String note() throws IOException {
        return Files.readString(own.folder.resolve("checkpoint"), StandardCharsets.UTF_8);
    }
}

package cutscore.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.merkle.ActForm;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendTests {
    private OwnLedger own;

    @BeforeAll
    void start() {
        own = new OwnLedger();
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Test
    void anActStandsInTheLedgerExactlyWhenItsTransactionCommits() {
        long before = own.ledger.size();
        own.transaction.executeWithoutResult(
                status -> {
                    assertThat(own.ledger.append(OwnLedger.act(1)).index()).isEqualTo(before);
                    status.setRollbackOnly();
                });
        assertThat(own.ledger.size()).isEqualTo(before);
        assertThat(own.append(2).index()).isEqualTo(before);
        assertThat(own.ledger.size()).isEqualTo(before + 1);
        assertThat(count("ledger.entry")).isEqualTo(before + 1);
    }

    @Test
    void outsideATransactionNothingIsTaken() {
        assertThatThrownBy(() -> own.ledger.append(OwnLedger.act(1)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> own.ledger.commit(new byte[] {1}))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void insideATransactionNothingIsPublished() {
        assertThatThrownBy(() -> own.inTransaction(() -> own.ledger.publish()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whoAppendsAtTheSameTimeGetsPlacesWithoutGaps() throws Exception {
        long before = own.ledger.size();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                int first = 1000 * thread;
                var _ =
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 50; i++) {
                                        appendOrRollBack(first + i, i % 5 == 0);
                                    }
                                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        long size = own.ledger.size();
        assertThat(size).isEqualTo(before + 4 * 40);
        assertThat(count("ledger.entry")).isEqualTo(size);
        assertThat(one("SELECT max(index) FROM ledger.entry")).isEqualTo(size - 1);
    }

    private void appendOrRollBack(int number, boolean rollBack) {
        own.transaction.executeWithoutResult(
                status -> {
                    own.ledger.append(OwnLedger.act(number));
                    if (rollBack) {
                        status.setRollbackOnly();
                    }
                });
    }

    @Test
    void anEntryIsCanonicalAndItsTimeOfSequencingNeverGoesBack() throws Exception {
        own.append(7);
        own.clock.advance(Duration.ofMillis(1234));
        own.append(8, 2);
        var times =
                own.sql
                        .sql("SELECT bytes FROM ledger.entry ORDER BY index")
                        .query((row, n) -> ActForm.sequenced(row.getBytes(1)))
                        .list();
        assertThat(times).isSorted();
        var act = OwnLedger.act(5);
        var entry = ActForm.write(act.kind(), act.at(), act.at(), act.by(), act.body()).canonical();
        assertThat(entry)
                .isEqualTo(
                        "{\"at\":\"2023-08-22T09:00:00+08:00\",\"body\":{\"digest\":\""
                                + "0".repeat(64)
                                + "\",\"number\":5},\"by\":[\"12345678-0000-4000-8000-000000000001\"],"
                                + "\"kind\":\"test.happened\","
                                + "\"sequenced\":\"2023-08-22T09:00:00+08:00\"}");
        for (String wrong :
                List.of(
                        entry + " ",
                        entry.replace("test.happened", "test"),
                        entry.replace("\"at\":", "\"ab\":"),
                        entry.replace("-8000-", "-80-"),
                        entry.replace("08-22T", "08-32T"))) {
            byte[] bytes = wrong.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> ActForm.sequenced(bytes)).isInstanceOf(JsonFault.class);
        }
    }

    @Test
    void nothingPersonalIsTaken() {
        long before = own.ledger.size();
        for (var body :
                List.of(
                        body("name", "扎西"),
                        body("identityNumber", "x"),
                        body("certificate_number", "x"),
                        body("Admission-Number", "x"),
                        body("reason", "证件 513326199001011234"),
                        body("reason", "51332619900101123X"),
                        body("reason", "５１３３２６１９９００１０１１２３４"),
                        Json.object().put("513326199001011234", "x").build(),
                        Json.object().put("count", 513326199001011234L).build(),
                        Json.object().put("in", Json.array(List.of(body("name", "x")))).build())) {
            var act = new Act("test.happened", OwnLedger.DAY, List.of(), body);
            assertThatThrownBy(() -> own.inTransaction(() -> own.ledger.append(act)))
                    .isInstanceOf(LedgerRefused.class)
                    .hasMessageNotContaining("513326199001011234")
                    .hasMessageNotContaining("扎西");
        }
        assertThat(own.ledger.size()).isEqualTo(before);
        var harmless = body("digest", "51332619900101123".repeat(4).substring(0, 64));
        var act = new Act("test.happened", OwnLedger.DAY, List.of(), harmless);
        assertThat(own.inTransaction(() -> own.ledger.append(act)).index()).isEqualTo(before);
    }

    @Test
    void anActThatNoBundleHoldsIsRefused() {
        var act =
                new Act(
                        "test.happened",
                        OwnLedger.DAY,
                        List.of(),
                        body("long", "x".repeat(65_500)));
        assertThatThrownBy(() -> own.inTransaction(() -> own.ledger.append(act)))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("TOO_LONG");
        assertThatThrownBy(() -> new Act("Test", OwnLedger.DAY, List.of(), body("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommitmentOpensUntilItsSaltIsDeleted() {
        byte[] person = body("name", "扎西").bytes();
        var commitments = own.inTransaction(() -> own.ledger.commit(List.of(person, person)));
        assertThat(commitments).doesNotHaveDuplicates().allMatch(c -> c.matches("[0-9a-f]{64}"));
        String commitment = commitments.getFirst();
        byte[] salt = own.ledger.salt(commitment).orElseThrow();
        assertThat(Ledger.opens(commitment, salt, person)).isTrue();
        assertThat(Ledger.opens(commitment, salt, body("name", "x").bytes())).isFalse();
        assertThat(own.inTransaction(() -> own.ledger.forget(commitment))).isTrue();
        assertThat(own.ledger.salt(commitment)).isEmpty();
        assertThat(own.inTransaction(() -> own.ledger.forget(commitment))).isFalse();
    }

    @Test
    void theTablesRefuseEveryChange() {
        own.append(1);
        for (String change :
                List.of(
                        "UPDATE ledger.entry SET at = at",
                        "DELETE FROM ledger.entry",
                        "TRUNCATE ledger.entry",
                        "DELETE FROM ledger.head",
                        "UPDATE ledger.checkpoint SET at = at",
                        "DELETE FROM ledger.checkpoint")) {
            assertThatThrownBy(() -> own.sql.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(
                        () -> own.asSuperuser("UPDATE ledger.entry SET bytes = bytes || '\\x20'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("entry_leaf_hash_is_of_its_bytes");
    }

    private static Json.Obj body(String name, String value) {
        return Json.object().put(name, value).build();
    }

    private long count(String table) {
        return one("SELECT count(*) FROM " + table);
    }

    private long one(String query) {
        return own.sql.sql(query).query(Long.class).single();
    }
}

package cutscore.server.ledger;

import com.zaxxer.hikari.HikariDataSource;
import cutscore.kernel.id.SeededEntropy;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import cutscore.server.database.ScriptedClock;
import cutscore.server.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger with its own database and folder, for tests that do harm to it. */
final class OwnLedger implements AutoCloseable {
    static final Instant DAY = Instant.parse("2023-08-22T01:00:00Z");

    final ScriptedClock clock = new ScriptedClock();
    final Path folder;
    final JdbcClient sql;
    final TransactionTemplate transaction;
    private final HikariDataSource pool;
    private final JdbcTransactionManager transactions;
    Ledger ledger;

    OwnLedger() {
        var database = TestDatabase.fresh();
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(6);
        Flyway.configure().dataSource(pool).locations("db/migration/ledger").load().migrate();
        sql = JdbcClient.create(pool);
        transactions = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        clock.moveTo(DAY);
        folder = temporary();
        ledger = restarted(1);
    }

    /** The ledger as it comes up again after the process was gone. */
    Ledger restarted(int seed) {
        var table = new LedgerTable(new JdbcTemplate(pool));
        byte[] secret = new SeededEntropy("test key", seed).bytes(32);
        var signer = NoteSigner.log("cutscore.test/ledger", secret);
        var publisher = new Publisher(table, new LedgerFolder(folder), signer, clock, transactions);
        var salts = new SeededEntropy("salts", seed);
        ledger = new Ledger(table, salts, clock, publisher, transactions);
        return ledger;
    }

    static Act act(long number) {
        var body = Json.object().put("number", number).put("digest", "0".repeat(64)).build();
        var officer = new UUID(0x1234_5678_0000_4000L, 0x8000_0000_0000_0001L);
        return new Act("test.happened", DAY, List.of(officer), body);
    }

    Sequenced append(long number) {
        return inTransaction(() -> ledger.append(act(number)));
    }

    List<Sequenced> append(long from, int count) {
        var acts =
                java.util.stream.LongStream.range(from, from + count)
                        .mapToObj(OwnLedger::act)
                        .toList();
        return inTransaction(() -> ledger.append(acts));
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** What only who owns the whole database server can do. */
    void asSuperuser(String statement) {
        transaction.executeWithoutResult(
                status -> {
                    sql.sql("SET LOCAL session_replication_role = replica").update();
                    sql.sql(statement).update();
                });
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cutscore-ledger-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
    }
}

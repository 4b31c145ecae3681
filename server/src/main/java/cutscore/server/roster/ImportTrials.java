package cutscore.server.roster;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.RosterReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An import beside the server's own {@code COPY} of the same rows, for measuring and nothing else.
 * Both fill a table of their own, index it and attach it; both are rolled back.
 */
@Component
public class ImportTrials {
    private static final SessionId SESSION = new SessionId("2023-1");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);

    private final RosterTable table;
    private final IdentityVault vault;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    ImportTrials(
            RosterTable table,
            IdentityVault vault,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.table = table;
        this.vault = vault;
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * One turn.
     *
     * @param cpuNanos of this process; PostgreSQL's is not in it
     */
    public record Turn(String way, long rows, long wallNanos, long cpuNanos) {}

    /**
     * What the server copies: the rows of a roster as an import leaves them.
     *
     * @param prepared a path that PostgreSQL may write to
     */
    public void prepare(Path csv, Path prepared) {
        transaction.executeWithoutResult(
                status -> {
                    var id = new RosterId(new UUID(0, 1));
                    read(id, csv);
                    sql.sql("COPY " + RosterTable.partition(id) + " TO '" + prepared + "'")
                            .update();
                    status.setRollbackOnly();
                });
    }

    /** Read, every row validated, numbers unique, sealed, copied, indexed. */
    public Turn imported(Path csv) {
        return turn("import", id -> read(id, csv));
    }

    /** The same rows by the server alone, from its own file. */
    public Turn copied(Path prepared) {
        return turn(
                "COPY",
                id ->
                        table.fill(
                                id,
                                partition ->
                                        (long)
                                                sql.sql(
                                                                "COPY "
                                                                        + partition
                                                                        + " FROM '"
                                                                        + prepared
                                                                        + "' (FREEZE)")
                                                        .update()));
    }

    private interface Filling {
        long of(RosterId id);
    }

    private Turn turn(String way, Filling filling) {
        var turn =
                transaction.execute(
                        status -> {
                            long cpu = cpu();
                            long begun = System.nanoTime();
                            long rows = filling.of(new RosterId(new UUID(0, 1)));
                            long wall = System.nanoTime() - begun;
                            status.setRollbackOnly();
                            return new Turn(way, rows, wall, cpu() - cpu);
                        });
        return java.util.Objects.requireNonNull(turn);
    }

    private long read(RosterId id, Path csv) {
        var reader =
                new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY)
                        .demanding(
                                Qualifications.builtIn().all().stream()
                                        .map(qualification -> qualification.name())
                                        .toList());
        return table.copy(
                        id,
                        SESSION,
                        vault.work(),
                        sink -> {
                            try {
                                return reader.read(CsvSource.of(csv), sink).orRefuse();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                .totals()
                .rows();
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}

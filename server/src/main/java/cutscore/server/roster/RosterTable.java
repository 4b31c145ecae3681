package cutscore.server.roster;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The schema {@code roster}. */
@Component
final class RosterTable {
    private static final int ROWS_AT_ONCE = 5000;
    private static final String ROSTER =
            """
            SELECT id, session, sha256, row_count, half_points, imported_by, confirmed_by
            FROM roster.roster
            """;
    private static final String IMPORTED =
            """
            SELECT id, session, sha256, row_count, half_points, imported_by, confirmed_by,
                   file_sha256, imported_at, confirmed_at, taken_back_at
            FROM roster.roster
            """;
    private static final String ENTRY =
            "SELECT " + EntryRow.COLUMNS + ", person, given_name FROM roster.entry";

    private final JdbcClient sql;
    private final JdbcOperations rows;

    RosterTable(JdbcOperations rows) {
        this.rows = rows;
        this.sql = JdbcClient.create(rows);
    }

    /** What reads the file and hands over its rows. */
    interface Reading {
        RosterReport into(Consumer<Examinee> sink);
    }

    /** A file that was read and copied to its end. */
    record Copied(RosterReport report, ControlTotals totals) {}

    /**
     * Copies a file's rows into a partition of their own, within the caller's transaction.
     *
     * @throws cutscore.kernel.Unreadable as {@code reading} throws it; the copy is cancelled
     */
    Copied copy(RosterId id, SessionId session, IdentityVault.Work vault, Reading reading) {
        return fill(id, partition -> copyInto(partition, id, session, vault, reading));
    }

    /** Makes a file's partition, has it filled, indexes it and attaches it. */
    <T> T fill(RosterId id, Function<String, T> filling) {
        String partition = partition(id);
        sql.sql(
                        "CREATE TABLE "
                                + partition
                                + " (LIKE roster.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS,"
                                + " CHECK (roster = '"
                                + id
                                + "'))")
                .update();
        var filled = filling.apply(partition);
        sql.sql(
                        "ALTER TABLE roster.entry ATTACH PARTITION "
                                + partition
                                + " FOR VALUES IN ('"
                                + id
                                + "')")
                .update();
        sql.sql("ANALYZE " + partition).update();
        return filled;
    }

    static String partition(RosterId id) {
        return "roster.entry_" + id.toString().replace("-", "");
    }

    /**
     * Copies a file's rows into a table of the caller's transaction that is shaped like entries.
     */
    Copied copyRows(String into, SessionId session, IdentityVault.Work vault, Reading reading) {
        return copyInto(into, new RosterId(new UUID(0, 0)), session, vault, reading);
    }

    private Copied copyInto(
            String partition,
            RosterId id,
            SessionId session,
            IdentityVault.Work vault,
            Reading reading) {
        return java.util.Objects.requireNonNull(
                rows.execute(
                        (java.sql.Connection connection) -> {
                            CopyIn copy =
                                    connection
                                            .unwrap(PGConnection.class)
                                            .getCopyAPI()
                                            .copyIn(
                                                    "COPY "
                                                            + partition
                                                            + " (roster, "
                                                            + EntryRow.COLUMNS
                                                            + ", person, sealed, given_name)"
                                                            + " FROM STDIN (FREEZE)");
                            try {
                                var sink = new CopySink(copy, session, id, vault);
                                return new Copied(reading.into(sink), sink.finish());
                            } finally {
                                if (copy.isActive()) {
                                    copy.cancelCopy();
                                }
                            }
                        }));
    }

    void insert(RosterOnRecord roster, String fileSha256, Instant at, long act) {
        sql.sql(
                        """
                        INSERT INTO roster.roster
                            (id, session, sha256, row_count, half_points, imported_by, imported_at,
                             imported_act, file_sha256)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(roster.id().value())
                .param(roster.session().value())
                .param(roster.sha256())
                .param(roster.totals().rows())
                .param(roster.totals().halfPoints())
                .param(roster.importedBy())
                .param(at.atOffset(UTC))
                .param(act)
                .param(fileSha256)
                .update();
    }

    void takeBack(RosterId id, UUID by, Instant at, long act) {
        sql.sql(
                        """
                        UPDATE roster.roster
                        SET taken_back_by = ?, taken_back_at = ?, taken_back_act = ?
                        WHERE id = ? AND confirmed_by IS NULL
                        """)
                .params(by, at.atOffset(UTC), act, id.value())
                .update();
    }

    /** With what became of it. */
    Optional<ImportedRoster> imported(RosterId id) {
        return sql.sql(IMPORTED + " WHERE id = ?")
                .param(id.value())
                .query((row, _) -> imported(row))
                .optional();
    }

    /** Newest first. */
    List<ImportedRoster> allImported() {
        return sql.sql(IMPORTED + " ORDER BY imported_at DESC, id LIMIT 200")
                .query((row, _) -> imported(row))
                .list();
    }

    /** What a new file of a session is held against: the confirmed one, else the last imported. */
    Optional<RosterId> toCompareWith(SessionId session) {
        return sql.sql(
                        """
                        SELECT id FROM roster.roster WHERE session = ? AND taken_back_by IS NULL
                         ORDER BY (confirmed_by IS NOT NULL) DESC, imported_at DESC LIMIT 1
                        """)
                .param(session.value())
                .query((row, _) -> new RosterId(row.getObject("id", UUID.class)))
                .optional();
    }

    private static ImportedRoster imported(ResultSet row) throws SQLException {
        var roster = roster(row);
        return new ImportedRoster(
                roster,
                Optional.ofNullable(row.getString("file_sha256")).orElse(roster.sha256()),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "taken_back_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    void confirm(RosterId id, UUID second, Instant at, long act) {
        sql.sql(
                        """
                        UPDATE roster.roster
                        SET confirmed_by = ?, confirmed_at = ?, confirmed_act = ?
                        WHERE id = ? AND confirmed_by IS NULL
                        """)
                .params(second, at.atOffset(UTC), act, id.value())
                .update();
    }

    Optional<RosterOnRecord> find(RosterId id) {
        return sql.sql(ROSTER + " WHERE id = ?")
                .param(id.value())
                .query((row, _) -> roster(row))
                .optional();
    }

    Optional<RosterOnRecord> lock(RosterId id) {
        return sql.sql(ROSTER + " WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, _) -> roster(row))
                .optional();
    }

    Optional<RosterOnRecord> confirmed(SessionId session) {
        return sql.sql(ROSTER + " WHERE session = ? AND confirmed_by IS NOT NULL")
                .param(session.value())
                .query((row, _) -> roster(row))
                .optional();
    }

    Optional<RosterEntry> entry(RosterOnRecord roster, String admissionNumber) {
        return sql.sql(ENTRY + " WHERE roster = ? AND admission_number = ?")
                .params(roster.id().value(), admissionNumber)
                .query((row, _) -> EntryRow.entry(roster.session(), row))
                .optional();
    }

    List<SessionId> sessions() {
        return sql.sql(
                        """
                        SELECT session FROM roster.roster WHERE confirmed_by IS NOT NULL
                         ORDER BY session DESC
                        """)
                .query((row, _) -> new SessionId(row.getString("session")))
                .list();
    }

    /** Of one person, on confirmed rosters, newest session first. */
    List<RosterEntry> sittings(byte[] person) {
        return sql.sql(
                        "SELECT r.session, "
                                + EntryRow.COLUMNS
                                + ", person, given_name FROM roster.entry"
                                + " JOIN roster.roster r ON r.id = roster"
                                + " WHERE person = ? AND r.confirmed_by IS NOT NULL"
                                + " ORDER BY r.session DESC, admission_number")
                .param(person)
                .query((row, _) -> EntryRow.entry(new SessionId(row.getString("session")), row))
                .list();
    }

    Map<String, RosterEntry> entries(RosterOnRecord roster, Collection<String> numbers) {
        return sql
                .sql(ENTRY + " WHERE roster = ? AND admission_number = ANY (?)")
                .param(roster.id().value())
                .param(new SqlArrayValue("text", numbers.toArray()))
                .query((row, _) -> EntryRow.entry(roster.session(), row))
                .list()
                .stream()
                .collect(Collectors.toMap(RosterEntry::admissionNumber, entry -> entry));
    }

    Optional<byte[]> sealed(RosterOnRecord roster, String admissionNumber) {
        return sql.sql("SELECT sealed FROM roster.entry WHERE roster = ? AND admission_number = ?")
                .params(roster.id().value(), admissionNumber)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    void declaredElsewhere(Collection<Rosters.Declared> declared) {
        if (declared.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO roster.declared_elsewhere (session, admission_number, province)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                        ON CONFLICT DO NOTHING
                        """)
                .param(texts(declared, one -> one.entry().session().value()))
                .param(texts(declared, one -> one.entry().admissionNumber()))
                .param(texts(declared, one -> one.province().value()))
                .update();
    }

    private static <T> SqlArrayValue texts(Collection<T> rows, Function<T, String> of) {
        return new SqlArrayValue("text", rows.stream().map(of).toArray());
    }

    /** By admission number, streamed within the transaction; to be closed. */
    Stream<RosterEntry> entries(RosterOnRecord roster) {
        return stream(ENTRY, roster, (row, _) -> EntryRow.entry(roster.session(), row));
    }

    /** By admission number, without names and persons; to be closed. */
    Stream<Examinee> examinees(RosterOnRecord roster) {
        return stream(
                "SELECT " + EntryRow.COLUMNS + " FROM roster.entry",
                roster,
                (row, _) -> EntryRow.examinee(row));
    }

    private <T> Stream<T> stream(String select, RosterOnRecord roster, RowMapper<T> mapper) {
        return sql
                .sql(select + " WHERE roster = ? ORDER BY admission_number")
                .param(roster.id().value())
                .withFetchSize(ROWS_AT_ONCE)
                .query(mapper)
                .stream();
    }

    private static RosterOnRecord roster(ResultSet row) throws SQLException {
        return new RosterOnRecord(
                new RosterId(row.getObject("id", UUID.class)),
                new SessionId(row.getString("session")),
                row.getString("sha256"),
                new ControlTotals(row.getLong("row_count"), row.getLong("half_points")),
                row.getObject("imported_by", UUID.class),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)));
    }
}

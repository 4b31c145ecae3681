package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.eligibility.CaseFacts;
import cutscore.server.exam.DeclaredGround;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The declarations in the schema {@code declaration}; their steps are in {@link StepTable}. */
@Component
final class DeclarationTable {
    private static final int ROWS_AT_ONCE = 2000;
    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT =
            """
            SELECT id, receipt, session, admission_number, person, qualification, ground, place,
                   claim_window, stage, typed_by, idempotency_key, form_sha256, arrived_at,
                   commitment, ledger_index, mend_until, begun_at, employer, evidence_until
            FROM declaration.declaration
            """;

    private final JdbcClient sql;

    DeclarationTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Declarations that came with one of these keys, by key. */
    Map<String, DeclarationRow> byKeys(List<String> keys) {
        return sql
                .sql(SELECT + " WHERE idempotency_key = ANY (?)")
                .param(new SqlArrayValue("text", keys.toArray()))
                .query((row, _) -> row(row))
                .list()
                .stream()
                .collect(Collectors.toMap(DeclarationRow::key, row -> row));
    }

    Optional<DeclarationRow> find(DeclarationId id) {
        return sql.sql(SELECT + " WHERE id = ?")
                .param(id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /** Ground and place as they were submitted. */
    record Arrived(DeclaredGround ground, DivisionCode place) {}

    /** What the submission said, before any correction. */
    Arrived asItArrived(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT coalesce(arrived_ground, ground) AS ground,
                               coalesce(arrived_place, place) AS place
                        FROM declaration.declaration WHERE id = ?
                        """)
                .param(id.value())
                .query(
                        (row, _) ->
                                new Arrived(
                                        DeclaredGround.valueOf(row.getString("ground")),
                                        new DivisionCode(row.getString("place"))))
                .single();
    }

    /**
     * The same person's other declarations of the session that are not withdrawn, in every
     * province: what was decided elsewhere speaks against this one too.
     */
    List<CaseFacts.Elsewhere> elsewhere(DeclarationRow row) {
        return sql.sql(
                        """
                        SELECT province, qualification FROM declaration.elsewhere(?, ?, ?)
                        """)
                .params(row.session().value(), HEX.parseHex(row.person()), row.id().value())
                .query(
                        (found, _) ->
                                new CaseFacts.Elsewhere(
                                        new DivisionCode(found.getString("province")),
                                        found.getString("qualification")))
                .list();
    }

    Optional<DeclarationRow> byReceipt(String receipt) {
        return sql.sql(SELECT + " WHERE receipt = ?")
                .param(receipt)
                .query((row, _) -> row(row))
                .optional();
    }

    List<DeclarationRow> of(SessionId session, String admissionNumber) {
        return sql.sql(
                        SELECT
                                + " WHERE session = ? AND admission_number = ?"
                                + " ORDER BY arrived_at, id")
                .params(session.value(), admissionNumber)
                .query((row, _) -> row(row))
                .list();
    }

    List<DeclarationRow> queue(
            SessionId session,
            DivisionCode province,
            Stage stage,
            Optional<DeclarationId> after,
            int limit) {
        var first =
                SELECT + " WHERE session = :session AND province = :province AND stage = :stage";
        var next =
                " AND (arrived_at, id) > (SELECT arrived_at, id FROM declaration.declaration"
                        + " WHERE id = :after AND province = :province)";
        return sql.sql(
                        first
                                + (after.isPresent() ? next : "")
                                + " ORDER BY arrived_at, id LIMIT :limit")
                .param("session", session.value())
                .param("province", province.value())
                .param("stage", stage.name())
                .param("after", after.map(DeclarationId::value).orElse(null))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** By admission number, streamed within the transaction; to be closed. */
    Stream<ApprovedDeclaration> approved(SessionId session) {
        return sql
                .sql(
                        """
                        SELECT id, admission_number, ground, place, province
                        FROM declaration.declaration
                        WHERE session = ? AND stage = 'APPROVED' ORDER BY admission_number, id
                        """)
                .param(session.value())
                .withFetchSize(ROWS_AT_ONCE)
                .query(
                        (row, _) ->
                                new ApprovedDeclaration(
                                        new DeclarationId(row.getObject("id", UUID.class)),
                                        row.getString("admission_number"),
                                        DeclaredGround.valueOf(row.getString("ground")),
                                        new DivisionCode(row.getString("place")),
                                        new DivisionCode(row.getString("province"))))
                .stream();
    }

    Stream<SentDeclaration> sent(SessionId session) {
        return sql
                .sql(
                        """
                        SELECT id, admission_number, ground, province, stage
                        FROM declaration.declaration
                        WHERE session = ? AND stage <> 'WITHDRAWN' ORDER BY admission_number, id
                        """)
                .param(session.value())
                .withFetchSize(ROWS_AT_ONCE)
                .query(
                        (row, _) ->
                                new SentDeclaration(
                                        new DeclarationId(row.getObject("id", UUID.class)),
                                        row.getString("admission_number"),
                                        DeclaredGround.valueOf(row.getString("ground")),
                                        new DivisionCode(row.getString("province")),
                                        Stage.valueOf(row.getString("stage"))))
                .stream();
    }

    Map<Stage, Long> counts(SessionId session, Optional<DivisionCode> province) {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        sql.sql(
                        """
                        SELECT stage, count(*) AS n FROM declaration.declaration
                        WHERE session = :session
                          AND (:province::text IS NULL OR province = :province)
                        GROUP BY stage
                        """)
                .param("session", session.value())
                .param("province", province.map(DivisionCode::value).orElse(null))
                .query(
                        (row, _) ->
                                Map.entry(Stage.valueOf(row.getString("stage")), row.getLong("n")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static DeclarationRow row(ResultSet row) throws SQLException {
        return new DeclarationRow(
                new DeclarationId(row.getObject("id", UUID.class)),
                row.getString("receipt"),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                HEX.formatHex(row.getBytes("person")),
                row.getString("qualification"),
                DeclaredGround.valueOf(row.getString("ground")),
                new DivisionCode(row.getString("place")),
                row.getObject("claim_window", UUID.class),
                Stage.valueOf(row.getString("stage")),
                Optional.ofNullable(row.getObject("typed_by", UUID.class)),
                row.getString("idempotency_key"),
                HEX.formatHex(row.getBytes("form_sha256")),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("commitment"),
                row.getLong("ledger_index"),
                moment(row, "mend_until"),
                moment(row, "begun_at"),
                row.getString("employer"),
                moment(row, "evidence_until"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}

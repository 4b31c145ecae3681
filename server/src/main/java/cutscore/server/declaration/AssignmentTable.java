package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who works on which declaration, in the schema {@code declaration}. */
@Component
final class AssignmentTable {
    private final JdbcClient sql;

    AssignmentTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Why a case changed hands. */
    enum Why {
        ASSIGNED,
        TAKEN,
        BALANCED,
        HANDED_OVER,
        PUT_BACK,
        LEFT
    }

    /** One province's assignments change one after the other, until the transaction ends. */
    void lock(DivisionCode province) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('assignment'), ?)")
                .param(Integer.parseInt(province.value()))
                .query((row, _) -> 0)
                .list();
    }

    Map<DeclarationId, UUID> officersOf(Collection<DeclarationId> ids) {
        return sql
                .sql(
                        """
                        SELECT declaration, officer FROM declaration.assigned
                        WHERE declaration = ANY (?) AND officer IS NOT NULL
                        """)
                .param(array(ids))
                .query(
                        (row, _) ->
                                Map.entry(
                                        new DeclarationId(row.getObject("declaration", UUID.class)),
                                        row.getObject("officer", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of them that are the province's and wait for an answer or a correction. */
    List<DeclarationId> open(Collection<DeclarationId> ids, DivisionCode province) {
        return sql.sql(
                        """
                        SELECT id FROM declaration.declaration
                        WHERE id = ANY (?) AND province = ? AND stage IN ('SUBMITTED', 'RETURNED')
                        """)
                .param(array(ids))
                .param(province.value())
                .query((row, _) -> new DeclarationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The province's cases at these stages in the order of arrival. */
    List<Evenly.Case> cases(DivisionCode province, List<Stage> stages, Optional<UUID> holder) {
        return sql.sql(
                        """
                        SELECT d.id, a.officer, d.typed_by
                          FROM declaration.declaration d
                          LEFT JOIN declaration.assigned a ON a.declaration = d.id
                         WHERE d.province = :province AND d.stage = ANY (:stages)
                           AND (:holder::uuid IS NULL OR a.officer = :holder::uuid)
                         ORDER BY d.arrived_at, d.id
                        """)
                .param("province", province.value())
                .param(
                        "stages",
                        new SqlArrayValue("text", stages.stream().map(Stage::name).toArray()))
                .param("holder", holder.orElse(null))
                .query(
                        (row, _) ->
                                new Evenly.Case(
                                        new DeclarationId(row.getObject("id", UUID.class)),
                                        Optional.ofNullable(row.getObject("officer", UUID.class)),
                                        Optional.ofNullable(row.getObject("typed_by", UUID.class))))
                .list();
    }

    void insert(Map<DeclarationId, UUID> moves, Why why, UUID by, Instant at) {
        if (moves.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO declaration.assignment (declaration, officer, assigned_by, why, at)
                        SELECT m.declaration, m.officer, :by, :why, :at
                          FROM unnest(:declarations, :officers) AS m (declaration, officer)
                        """)
                .param("declarations", array(moves.keySet()))
                .param("officers", new SqlArrayValue("uuid", moves.values().toArray()))
                .param("by", by)
                .param("why", why.name())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Frees cases of that officer: one of them, or all that are there. */
    int free(UUID officer, @Nullable UUID one, Why why, @Nullable UUID by, Instant at) {
        return sql.sql(
                        """
                        INSERT INTO declaration.assignment (declaration, officer, assigned_by, why, at)
                        SELECT declaration, NULL, :by::uuid, :why, :at
                          FROM declaration.assigned
                         WHERE officer = :officer
                           AND (:one::uuid IS NULL OR declaration = :one::uuid)
                        """)
                .param("by", by)
                .param("why", why.name())
                .param("at", at.atOffset(UTC))
                .param("officer", officer)
                .param("one", one)
                .update();
    }

    /** What lies with one officer: open, held, overdue. */
    record Counts(int open, int held, int overdue) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /**
     * By officer; nobody's cases stand under no key.
     *
     * @param late what came to wait before this is overdue
     */
    Map<Optional<UUID>, Counts> counts(DivisionCode province, Instant late) {
        return sql
                .sql(
                        """
                        SELECT a.officer,
                               count(*) FILTER (WHERE d.stage = 'SUBMITTED') AS open,
                               count(*) FILTER (WHERE d.stage = 'RETURNED') AS held,
                               count(*) FILTER (
                                   WHERE d.stage = 'SUBMITTED' AND d.stage_since < :late) AS overdue
                          FROM declaration.declaration d
                          LEFT JOIN declaration.assigned a ON a.declaration = d.id
                         WHERE d.province = :province AND d.stage IN ('SUBMITTED', 'RETURNED')
                         GROUP BY a.officer
                        """)
                .param("province", province.value())
                .param("late", late.atOffset(UTC))
                .query(
                        (row, _) ->
                                Map.entry(
                                        Optional.ofNullable(row.getObject("officer", UUID.class)),
                                        new Counts(
                                                row.getInt("open"),
                                                row.getInt("held"),
                                                row.getInt("overdue"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SqlArrayValue array(Collection<DeclarationId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(DeclarationId::value).toArray());
    }
}

package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.server.declaration.DeclarationView.StepView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of declarations in the schema {@code declaration}. */
@Component
final class StepTable {
    private final JdbcClient sql;

    StepTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A step on its way in.
     *
     * @param mendUntil only of a return
     * @param key only of a resubmission
     */
    record Fresh(
            DeclarationRow declaration,
            Life.Transition transition,
            Instant at,
            Optional<UUID> officer,
            String reason,
            String clause,
            Optional<Instant> mendUntil,
            Optional<String> key,
            long ledgerIndex) {}

    /** Takes the step; false when the declaration no longer stands where it was read. */
    boolean take(Fresh step) {
        return taken(step).isPresent();
    }

    /** Takes the step; its number, or empty when the declaration no longer stands there. */
    OptionalInt taken(Fresh step) {
        return sql.sql(
                        """
                        WITH moved AS (
                            UPDATE declaration.declaration
                            SET stage = :to, mend_until = :mendUntil::timestamptz, ground = :ground,
                                place = :place, typed_by = :typedBy::uuid,
                                 moved_at = :at::timestamptz
                            WHERE id = :id AND stage = :from
                            RETURNING id)
                        INSERT INTO declaration.step
                            (declaration, number, step, stage_to, at, officer, reason,
                             clause, ledger_index, idempotency_key)
                        SELECT id, 1 + (SELECT count(*) FROM declaration.step
                                        WHERE declaration = :id),
                               :step, :to, :at::timestamptz, :officer::uuid, :reason,
                               :clause, :ledgerIndex::bigint, :key::text
                        FROM moved
                        RETURNING number
                        """)
                .param("id", step.declaration().id().value())
                .param("from", step.transition().from().name())
                .param("to", step.transition().to().name())
                .param("step", step.transition().step().name())
                .param("mendUntil", step.mendUntil().map(m -> m.atOffset(UTC)).orElse(null))
                .param("ground", step.declaration().ground().name())
                .param("place", step.declaration().place().value())
                .param("typedBy", step.declaration().typedBy().orElse(null))
                .param("at", step.at().atOffset(UTC))
                .param("officer", step.officer().orElse(null))
                .param("reason", step.reason())
                .param("clause", step.clause())
                .param("ledgerIndex", step.ledgerIndex())
                .param("key", step.key().orElse(null))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Whether the officer approved or rejected it before. */
    boolean decidedBy(DeclarationId id, UUID officer) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM declaration.step
                            WHERE declaration = ? AND officer = ? AND step IN ('APPROVE', 'REJECT'))
                        """)
                .params(id.value(), officer)
                .query(Boolean.class)
                .single();
    }

    /** Whether the declarant had it opened again, and nobody approved or rejected it since. */
    boolean waitsOnAppeal(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT coalesce((SELECT step = 'REOPEN' AND officer IS NULL
                            FROM declaration.step
                            WHERE declaration = ? AND step IN ('REOPEN', 'APPROVE', 'REJECT')
                            ORDER BY number DESC LIMIT 1), false)
                        """)
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** When it took that step, each time. */
    List<Instant> moments(DeclarationId id, Life.Step step) {
        return sql
                .sql("SELECT at FROM declaration.step WHERE declaration = ? AND step = ?")
                .params(id.value(), step.name())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** The ledger index of the resubmission that came with this key. */
    Optional<Long> resubmission(DeclarationId id, String key) {
        return sql.sql(
                        """
                        SELECT ledger_index FROM declaration.step
                        WHERE declaration = ? AND idempotency_key = ?
                        """)
                .params(id.value(), key)
                .query(Long.class)
                .optional();
    }

    /** The steps of each of these declarations, oldest first. */
    Map<DeclarationId, List<StepView>> of(Collection<DeclarationId> declarations) {
        if (declarations.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(
                        """
                        SELECT declaration, step, stage_to, at, reason, clause, ledger_index
                        FROM declaration.step WHERE declaration IN (:ids)
                        ORDER BY declaration, number
                        """)
                .param("ids", declarations.stream().map(DeclarationId::value).toList())
                .query(
                        (row, _) ->
                                Map.entry(
                                        new DeclarationId(row.getObject("declaration", UUID.class)),
                                        step(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The life of a declaration as the database holds it. */
    List<Life.Transition> allowed() {
        return sql.sql("SELECT stage_from, step, stage_to FROM declaration.step_allowed")
                .query(
                        (row, _) ->
                                new Life.Transition(
                                        Stage.valueOf(row.getString("stage_from")),
                                        Life.Step.valueOf(row.getString("step")),
                                        Stage.valueOf(row.getString("stage_to"))))
                .list();
    }

    private static StepView step(ResultSet row) throws SQLException {
        return new StepView(
                Life.Step.valueOf(row.getString("step")),
                Stage.valueOf(row.getString("stage_to")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("clause"),
                row.getLong("ledger_index"));
    }
}

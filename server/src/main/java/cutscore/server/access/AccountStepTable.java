package cutscore.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two administrators do to accounts, in the schema {@code access}. */
@Component
class AccountStepTable {
    private static final String ALL =
            """
            SELECT id, officer, kind, role, reason, proposed_by, proposed_at,
                   confirmed_by IS NULL AND dropped_at IS NULL AS waits
              FROM access.account_step
            """;

    private final JdbcClient sql;

    AccountStepTable(JdbcClient sql) {
        this.sql = sql;
    }

    void propose(AccountStep step) {
        sql.sql(
                        """
                        INSERT INTO access.account_step (id, officer, kind, role, reason,
                                                         proposed_by, proposed_at)
                        VALUES (:id, :officer, :kind, :role, :reason, :by, :at)
                        """)
                .param("id", step.id())
                .param("officer", step.officer())
                .param("kind", step.kind().name())
                .param("role", step.role().map(Role::name).orElse(null))
                .param("reason", step.reason())
                .param("by", step.proposedBy())
                .param("at", step.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locked until the transaction ends, so that two answers cannot cross. */
    Optional<AccountStep> lock(UUID step) {
        return sql.sql(ALL + " WHERE id = :id FOR UPDATE")
                .param("id", step)
                .query((row, _) -> step(row))
                .optional();
    }

    List<AccountStep> waiting() {
        return sql.sql(
                        ALL
                                + " WHERE confirmed_by IS NULL AND dropped_at IS NULL"
                                + " ORDER BY proposed_at, id")
                .query((row, _) -> step(row))
                .list();
    }

    void confirm(UUID step, UUID by, Instant at) {
        sql.sql(
                        """
                        UPDATE access.account_step SET confirmed_by = :by, confirmed_at = :at
                         WHERE id = :id AND confirmed_by IS NULL AND dropped_at IS NULL
                        """)
                .param("id", step)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void drop(UUID step, Instant at) {
        sql.sql(
                        """
                        UPDATE access.account_step SET dropped_at = :at
                         WHERE id = :id AND confirmed_by IS NULL AND dropped_at IS NULL
                        """)
                .param("id", step)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits about an officer who is gone, or was proposed by him, is void. */
    void dropAllOf(UUID officer, Instant at) {
        sql.sql(
                        """
                        UPDATE access.account_step SET dropped_at = :at
                         WHERE (officer = :officer OR proposed_by = :officer)
                           AND confirmed_by IS NULL AND dropped_at IS NULL
                        """)
                .param("officer", officer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static AccountStep step(ResultSet row) throws SQLException {
        return new AccountStep(
                row.getObject("id", UUID.class),
                row.getObject("officer", UUID.class),
                AccountStep.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("waits"));
    }
}

package cutscore.server.declaration.declare;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.DeclarationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts in the schema {@code declaration}. */
@Component
final class DraftTable {
    private final JdbcClient sql;

    DraftTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when there is an open draft already, or the key was used. */
    boolean insert(Draft draft) {
        return sql.sql(
                                """
                                INSERT INTO declaration.draft
                                    (id, session, admission_number, mends, begun_at, changed_at,
                                     answers, idempotency_key)
                                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(draft.id())
                        .param(draft.session().value())
                        .param(draft.admissionNumber())
                        .param(draft.mends().map(DeclarationId::value).orElse(null))
                        .param(draft.begun().atOffset(UTC))
                        .param(draft.changed().atOffset(UTC))
                        .param(draft.answers().json())
                        .param(draft.key())
                        .update()
                == 1;
    }

    Optional<Draft> open(SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT id, session, admission_number, mends, begun_at, changed_at,
                               answers::text AS answers, idempotency_key
                        FROM declaration.draft
                        WHERE session = ? AND admission_number = ? AND NOT sent
                        """)
                .params(session.value(), admissionNumber)
                .query((row, _) -> draft(row))
                .optional();
    }

    /** Whether its key was used: its answer was lost on the way. */
    boolean wasSent(Draft draft) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM declaration.declaration
                            WHERE session = :session AND admission_number = :number
                              AND idempotency_key = :key)
                            OR EXISTS (SELECT FROM declaration.step
                                WHERE declaration = :mends::uuid AND idempotency_key = :key)
                        """)
                .param("session", draft.session().value())
                .param("number", draft.admissionNumber())
                .param("key", draft.key())
                .param("mends", draft.mends().map(DeclarationId::value).orElse(null))
                .query(Boolean.class)
                .single();
    }

    /** Those of the files that go with a declaration. */
    Set<UUID> sentWith(List<UUID> files) {
        return files.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.sql("SELECT file FROM declaration.evidence WHERE file IN (:files)")
                                .param("files", files)
                                .query(UUID.class)
                                .list());
    }

    void save(UUID id, Answers answers, Instant at) {
        sql.sql(
                        """
                        UPDATE declaration.draft
                        SET answers = ?::jsonb, changed_at = greatest(changed_at, ?)
                        WHERE id = ? AND NOT sent
                        """)
                .param(answers.json())
                .param(at.atOffset(UTC))
                .param(id)
                .update();
    }

    void sent(UUID id) {
        sql.sql("UPDATE declaration.draft SET sent = true WHERE id = ?").param(id).update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                Optional.ofNullable(row.getObject("mends", UUID.class)).map(DeclarationId::new),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Answers.read(row.getString("answers")),
                row.getString("idempotency_key"));
    }
}

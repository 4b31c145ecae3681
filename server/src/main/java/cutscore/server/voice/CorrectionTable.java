package cutscore.server.voice;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.voice.Correction.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests and answers in the schema {@code voice}. */
@Component
final class CorrectionTable {
    private static final String SELECT =
            """
            SELECT c.id, c.session, c.admission_number, c.province, c.fact, c.stands, c.wanted,
                   c.why, c.asked_at, c.ledger_index, a.accepted, a.reason, a.task, a.officer,
                   a.at AS answered_at, a.ledger_index AS answer_index
            FROM voice.correction c LEFT JOIN voice.correction_answer a ON a.correction = c.id
            """;

    private final JdbcClient sql;

    CorrectionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when the key was used, or the fact is disputed already. */
    boolean insert(Correction asked, String key, String commitment) {
        return sql.sql(
                                """
                                INSERT INTO voice.correction
                                    (id, session, admission_number, province, fact, stands, wanted,
                                     why, idempotency_key, waiting, asked_at, commitment,
                                     ledger_index)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(asked.id())
                        .param(asked.session().value())
                        .param(asked.admissionNumber())
                        .param(asked.province().value())
                        .param(asked.fact().name())
                        .param(asked.stands())
                        .param(asked.wanted())
                        .param(asked.why())
                        .param(key)
                        .param(asked.askedAt().atOffset(UTC))
                        .param(commitment)
                        .param(asked.ledgerIndex())
                        .update()
                == 1;
    }

    /** False when it was answered before. */
    boolean answer(UUID correction, Answer given) {
        boolean waited =
                sql.sql("UPDATE voice.correction SET waiting = false WHERE id = ? AND waiting")
                                .param(correction)
                                .update()
                        == 1;
        if (waited) {
            sql.sql(
                            """
                            INSERT INTO voice.correction_answer
                                (correction, accepted, reason, task, officer, at, ledger_index)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(correction)
                    .param(given.accepted())
                    .param(given.reason())
                    .param(given.task())
                    .param(given.officer())
                    .param(given.at().atOffset(UTC))
                    .param(given.ledgerIndex())
                    .update();
        }
        return waited;
    }

    List<Correction> of(SessionId session, String admissionNumber) {
        return sql.sql(
                        SELECT
                                + " WHERE c.session = ? AND c.admission_number = ?"
                                + " ORDER BY c.asked_at DESC, c.id")
                .params(session.value(), admissionNumber)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<Correction> byKey(String key) {
        return sql.sql(SELECT + " WHERE c.idempotency_key = ?")
                .param(key)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<Correction> find(UUID id) {
        return sql.sql(SELECT + " WHERE c.id = ?").param(id).query((row, _) -> row(row)).optional();
    }

    List<Correction> queue(DivisionCode province, boolean waiting, int limit) {
        String order = waiting ? "c.asked_at, c.id" : "a.at DESC, c.id";
        return sql.sql(
                        SELECT
                                + " WHERE c.province = ? AND c.waiting = ? ORDER BY "
                                + order
                                + " LIMIT ?")
                .params(province.value(), waiting, limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static Correction row(ResultSet row) throws SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                new DivisionCode(row.getString("province")),
                Fact.valueOf(row.getString("fact")),
                row.getString("stands"),
                row.getString("wanted"),
                row.getString("why"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getLong("ledger_index"),
                answer(row));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        var at = row.getObject("answered_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Answer(
                                row.getBoolean("accepted"),
                                row.getString("reason"),
                                row.getString("task"),
                                row.getObject("officer", UUID.class),
                                at.toInstant(),
                                row.getLong("answer_index")));
    }
}

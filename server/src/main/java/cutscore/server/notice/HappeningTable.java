package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox: one row for each thing that happened, in the transaction of the act. */
@Component
final class HappeningTable {
    private final JdbcClient sql;

    HappeningTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Kind kind, SessionId session, String admissionNumber, Optional<Instant> until) {
        sql.sql(
                        """
                        INSERT INTO notice.happening (kind, session, admission_number, until)
                        VALUES (?, ?, ?, ?)
                        """)
                .param(kind.name())
                .param(session.value())
                .param(admissionNumber)
                .param(until.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    /**
     * A declaration was returned: its deadline is reminded of later.
     *
     * @param saidAt on the business clock
     */
    void addReturned(
            UUID declaration,
            SessionId session,
            String admissionNumber,
            Instant until,
            Instant saidAt) {
        sql.sql(
                        """
                        INSERT INTO notice.happening
                            (kind, session, admission_number, until, declaration, said_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(Kind.DECLARATION_RETURNED.name())
                .param(session.value())
                .param(admissionNumber)
                .param(until.atOffset(ZoneOffset.UTC))
                .param(declaration)
                .param(saidAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A returned declaration whose deadline is near. */
    record Mend(
            long id, UUID declaration, SessionId session, String admissionNumber, Instant until) {
        /** Says nothing that would tell who it is. */
        @Override
        public String toString() {
            return "Mend[" + id + "]";
        }
    }

    /**
     * Deadlines that are nearer than so many days and were further off when they were set, not
     * reminded of so late; held until the transaction ends.
     */
    List<Mend> mendsWithin(int days, Instant now, int most) {
        return sql.sql(
                        """
                        SELECT id, declaration, session, admission_number, until
                        FROM notice.happening
                        WHERE declaration IS NOT NULL AND until > :now::timestamptz
                          AND until <= :now::timestamptz + make_interval(hours => :days * 24)
                          AND said_at < until - make_interval(hours => :days * 24)
                          AND (reminded IS NULL OR reminded > :days)
                        ORDER BY until LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("days", days)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Mend(
                                        row.getLong("id"),
                                        row.getObject("declaration", UUID.class),
                                        new SessionId(row.getString("session")),
                                        row.getString("admission_number"),
                                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    void reminded(long id, int days) {
        sql.sql("UPDATE notice.happening SET reminded = ? WHERE id = ?").params(days, id).update();
    }

    /** For what goes to given addresses at once. */
    void add(Kind kind, Words what, Optional<Instant> until, byte[] sealed) {
        sql.sql(
                        """
                        INSERT INTO notice.happening (kind, what_zh, what_en, until, sealed)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(kind.name())
                .param(what.zh())
                .param(what.en())
                .param(until.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(sealed)
                .update();
    }

    /** The oldest that nobody works on, held until the transaction ends. */
    List<Happening> next(int most) {
        return sql.sql(
                        """
                        SELECT id, kind, session, admission_number, what_zh, what_en, until, sealed
                        FROM notice.happening WHERE done_at IS NULL
                        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(most)
                .query(
                        (row, _) ->
                                new Happening(
                                        row.getLong("id"),
                                        Kind.valueOf(row.getString("kind")),
                                        Optional.ofNullable(row.getString("session"))
                                                .map(SessionId::new),
                                        Optional.ofNullable(row.getString("admission_number"))
                                                .orElse(""),
                                        new Words(
                                                row.getString("what_zh"), row.getString("what_en")),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "until", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant),
                                        Optional.ofNullable(row.getBytes("sealed"))))
                .list();
    }

    /** It is told; addresses and codes are forgotten. */
    void done(long id) {
        sql.sql(
                        """
                        UPDATE notice.happening SET done_at = clock_timestamp(), sealed = NULL
                        WHERE id = ?
                        """)
                .param(id)
                .update();
    }

    void remember(UUID declaration, SessionId session, String admissionNumber) {
        sql.sql(
                        """
                        INSERT INTO notice.declarant (declaration, session, admission_number)
                        VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(declaration, session.value(), admissionNumber)
                .update();
    }

    /** Whose declaration it is. */
    record Declarant(SessionId session, String admissionNumber) {
        /** Says nothing that would tell who it is. */
        @Override
        public String toString() {
            return "Declarant[" + session + "]";
        }
    }

    Optional<Declarant> declarant(UUID declaration) {
        return sql.sql(
                        """
                        SELECT session, admission_number FROM notice.declarant
                        WHERE declaration = ?
                        """)
                .param(declaration)
                .query(
                        (row, _) ->
                                new Declarant(
                                        new SessionId(row.getString("session")),
                                        row.getString("admission_number")))
                .optional();
    }

    boolean hasDeclared(SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM notice.declarant
                                       WHERE session = ? AND admission_number = ?)
                        """)
                .params(session.value(), admissionNumber)
                .query(Boolean.class)
                .single();
    }
}

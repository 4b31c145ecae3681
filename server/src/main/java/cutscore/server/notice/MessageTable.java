package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages, and the way each goes to an address. */
@Component
final class MessageTable {
    private final JdbcClient sql;

    MessageTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A message as its reader sees it. */
    record Message(UUID id, Kind kind, Text text, Instant at) {}

    /**
     * A message on its way.
     *
     * @param key also the idempotency key
     * @param person whose; empty where an address alone is known
     * @param sealed address and code
     * @param isExpired whether a code in it counts no more
     */
    record Delivery(
            String key,
            Contact.Channel channel,
            Optional<byte[]> sealed,
            int attempts,
            Kind kind,
            Text text,
            Optional<String> person,
            boolean isExpired,
            String fault,
            Instant at) {

        /** Without what is sealed. */
        @Override
        public String toString() {
            return "Delivery[" + channel + ", " + kind + "]";
        }
    }

    /**
     * Waits for whoever else writes messages to many people, until the transaction ends: two that
     * wrote the same people in different orders would stop each other.
     */
    void takeTurn() {
        sql.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('notice.message'))")
                .query(Integer.class)
                .single();
    }

    /**
     * Writes a message down, unless it was before.
     *
     * @return its id; empty when it was told already
     */
    Optional<UUID> add(
            String key,
            Kind kind,
            Optional<String> person,
            Optional<SessionId> session,
            String admissionNumber,
            Text text) {
        return sql.sql(
                        """
                        INSERT INTO notice.message
                            (key, kind, person, session, admission_number, title_zh, title_en,
                             text_zh, text_en, path)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (key) DO NOTHING RETURNING id
                        """)
                .param(key)
                .param(kind.name())
                .param(person.orElse(null))
                .param(session.map(SessionId::value).orElse(null))
                .param(admissionNumber.isEmpty() ? null : admissionNumber)
                .param(text.title().zh())
                .param(text.title().en())
                .param(text.body().zh())
                .param(text.body().en())
                .param(text.path())
                .query(UUID.class)
                .optional();
    }

    void send(
            String key,
            UUID message,
            Contact.Channel channel,
            byte[] sealed,
            Optional<Instant> until) {
        sql.sql(
                        """
                        INSERT INTO notice.delivery (key, message, channel, sealed, stage, until)
                        VALUES (?, ?, ?, ?, 'WAITING', ?) ON CONFLICT (key) DO NOTHING
                        """)
                .param(key)
                .param(message)
                .param(channel.name())
                .param(sealed)
                .param(until.map(u -> u.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    /** The most urgent that nobody works on, by one of these channels, held until the end. */
    Optional<Delivery> next(List<Contact.Channel> channels) {
        return sql.sql(
                        DELIVERY
                                + """
                                 WHERE d.stage = 'WAITING' AND d.next_at <= clock_timestamp()
                                 AND d.channel = ANY (?)
                                ORDER BY (m.kind <> 'CODE'), d.next_at LIMIT 1
                                FOR UPDATE OF d SKIP LOCKED
                                """)
                .param(channels.stream().map(Enum::name).toArray(String[]::new))
                .query((row, _) -> delivery(row))
                .optional();
    }

    /** Sent or stopped: the address is forgotten. */
    void settle(String key, String stage) {
        sql.sql(
                        """
                        UPDATE notice.delivery SET stage = ?, sealed = NULL, fault = '',
                               attempts = attempts + 1, settled_at = clock_timestamp()
                        WHERE key = ?
                        """)
                .params(stage, key)
                .update();
    }

    void again(String key, String fault, Duration after) {
        sql.sql(
                        """
                        UPDATE notice.delivery SET attempts = attempts + 1, fault = ?,
                               next_at = clock_timestamp() + make_interval(secs => ?)
                        WHERE key = ?
                        """)
                .params(fault, (double) after.toMillis() / 1000, key)
                .update();
    }

    /** The address stays, so that it can be sent again by hand. */
    void fail(String key, String fault) {
        sql.sql(
                        """
                        UPDATE notice.delivery SET stage = 'FAILED', attempts = attempts + 1,
                               fault = ?, settled_at = clock_timestamp()
                        WHERE key = ?
                        """)
                .params(fault, key)
                .update();
    }

    /** Sends failed ones again: one, or all of them. */
    int resend(Optional<String> key) {
        return sql.sql(
                        """
                        UPDATE notice.delivery SET stage = 'WAITING', settled_at = NULL,
                               attempts = 0, next_at = clock_timestamp()
                        WHERE stage = 'FAILED' AND sealed IS NOT NULL AND (? = '' OR key = ?)
                        """)
                .params(key.orElse(""), key.orElse(""))
                .update();
    }

    List<Delivery> failed(int most) {
        return sql.sql(DELIVERY + " WHERE d.stage = 'FAILED' ORDER BY d.settled_at DESC LIMIT ?")
                .param(most)
                .query((row, _) -> delivery(row))
                .list();
    }

    /** How many deliveries of each kind stand where. */
    record Count(Kind kind, Contact.Channel channel, String stage, long number) {}

    List<Count> counts() {
        return sql.sql(
                        """
                        SELECT m.kind, d.channel, d.stage, count(*) AS number
                        FROM notice.delivery d JOIN notice.message m ON m.id = d.message
                        GROUP BY m.kind, d.channel, d.stage ORDER BY m.kind, d.channel, d.stage
                        """)
                .query(
                        (row, _) ->
                                new Count(
                                        Kind.valueOf(row.getString("kind")),
                                        Contact.Channel.valueOf(row.getString("channel")),
                                        row.getString("stage"),
                                        row.getLong("number")))
                .list();
    }

    List<Message> of(String person, int most) {
        return sql.sql(
                        """
                        SELECT id, kind, title_zh, title_en, text_zh, text_en, path, created_at
                        FROM notice.message WHERE person = ? ORDER BY created_at DESC LIMIT ?
                        """)
                .params(person, most)
                .query(
                        (row, _) ->
                                new Message(
                                        row.getObject("id", UUID.class),
                                        Kind.valueOf(row.getString("kind")),
                                        text(row),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Who was told that they may declare there. */
    record Told(String person, String admissionNumber) {
        /** Says nothing that would tell who it is. */
        @Override
        public String toString() {
            return "Told";
        }
    }

    List<Told> told(UUID window) {
        return sql.sql(
                        """
                        SELECT person, admission_number FROM notice.message
                        WHERE key LIKE ? ORDER BY admission_number
                        """)
                .param("may-declare/" + window + "/%")
                .query(
                        (row, _) ->
                                new Told(
                                        row.getString("person"), row.getString("admission_number")))
                .list();
    }

    private static final String DELIVERY =
            """
            SELECT d.key, d.channel, d.sealed, d.attempts, d.fault,
                   coalesce(d.until < clock_timestamp(), false) AS expired,
                   coalesce(d.settled_at, m.created_at) AS at, m.kind, m.person, m.title_zh,
                   m.title_en, m.text_zh, m.text_en, m.path
            FROM notice.delivery d JOIN notice.message m ON m.id = d.message
            """;

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("key"),
                Contact.Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getBytes("sealed")),
                row.getInt("attempts"),
                Kind.valueOf(row.getString("kind")),
                text(row),
                Optional.ofNullable(row.getString("person")),
                row.getBoolean("expired"),
                row.getString("fault"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(
                new Words(row.getString("title_zh"), row.getString("title_en")),
                new Words(row.getString("text_zh"), row.getString("text_en")),
                row.getString("path"));
    }
}

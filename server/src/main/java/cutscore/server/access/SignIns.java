package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
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

/**
 * The sign-ins that live: a row each, found by its cookie and asked for at every request on every
 * node, so that ending one takes effect at the next. One that was idle for half an hour or is
 * twelve hours old is over by itself ({@link SessionAge}) and is not shown any more.
 */
@Component
class SignIns {
    private static final String LIVE =
            """
            SELECT id, account, means, browser, began_at, seen_at, session, admission_number,
                   began_at > clock_timestamp() - interval '10 minutes' AS fresh,
                   extract(epoch FROM clock_timestamp() - began_at)::bigint AS age,
                   extract(epoch FROM clock_timestamp() - seen_at)::bigint AS idle,
                   extract(epoch FROM clock_timestamp() - proven_at)::bigint AS proof,
                   EXISTS (SELECT 1 FROM access.officer o WHERE o.id = account) AS officer
              FROM access.sign_in
             WHERE ended_at IS NULL
            """;

    /** Whose account it is, as long as that is open. */
    private static final String WHOSE =
            """
             AND token = :token
             AND CASE WHEN EXISTS (SELECT 1 FROM access.officer o WHERE o.id = account)
                      THEN EXISTS (SELECT 1 FROM access.officer o
                                    WHERE o.id = account AND o.closed_at IS NULL)
                      ELSE EXISTS (SELECT 1 FROM access.examinee_account a
                                    WHERE a.id = account) END
            """;

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Entropy entropy;

    SignIns(JdbcClient sql, Entropy entropy) {
        this.sql = sql;
        this.entropy = entropy;
    }

    /**
     * @param token keyed digest of the cookie that it is found by
     * @param device keyed digest of the device's cookie, of this account alone
     */
    UUID begin(UUID account, LiveSignIn.Means means, byte[] token, byte[] device, String browser) {
        var id = entropy.id();
        sql.sql(
                        """
                        INSERT INTO access.sign_in (id, account, means, token, device, browser)
                        VALUES (:id, :account, :means, :token, :device, :browser)
                        """)
                .param("id", id)
                .param("account", account)
                .param("means", means.name())
                .param("token", token)
                .param("device", device)
                .param("browser", browser)
                .update();
        return id;
    }

    /** A second factor has just been proven in it. */
    void prove(UUID id) {
        sql.sql("UPDATE access.sign_in SET proven_at = clock_timestamp() WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Whether the account once proved a second factor on this device. */
    boolean isProvenDevice(UUID account, byte[] device) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.sign_in
                                        WHERE account = :account AND device = :device
                                          AND proven_at IS NOT NULL)
                        """)
                .param("account", account)
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    /** The sign-in before this one, ended or not. */
    record Former(Instant began, String browser) {}

    Optional<Former> before(LiveSignIn here) {
        return sql.sql(
                        """
                        SELECT began_at, browser FROM access.sign_in
                         WHERE account = :account AND id <> :id AND began_at <= :began
                         ORDER BY began_at DESC, id LIMIT 1
                        """)
                .param("account", here.account())
                .param("id", here.id())
                .param("began", here.began().atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                new Former(
                                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                                        row.getString("browser")))
                .optional();
    }

    /** Ends all of the account's. */
    void endAll(UUID account) {
        sql.sql(
                        """
                        UPDATE access.sign_in SET ended_at = greatest(began_at, clock_timestamp())
                         WHERE account = :account AND ended_at IS NULL
                        """)
                .param("account", account)
                .update();
    }

    /** Whether the account was signed in to before, and never on this device. */
    boolean isNewDevice(UUID account, byte[] device) {
        return sql.sql(
                        """
                        SELECT count(*) > 0 AND count(*) FILTER (WHERE device = :device) = 0
                          FROM access.sign_in WHERE account = :account
                        """)
                .param("account", account)
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    /**
     * A sign-in that was found by its cookie.
     *
     * @param person who may act in it, of an account that is open
     */
    record Found(LiveSignIn live, SignedIn person) {}

    /** The sign-in of that cookie, unless it was ended or its account was closed. */
    Optional<Found> find(byte[] token) {
        return sql.sql(LIVE + WHOSE)
                .param("token", token)
                .query((row, number) -> new Found(row(row, number), person(row)))
                .optional();
    }

    /** Notes once a minute that it is in use; never of one that is over, which it would revive. */
    void noteUse(LiveSignIn live) {
        if (live.idle().compareTo(NOTED) < 0) {
            return;
        }
        sql.sql(
                        """
                        UPDATE access.sign_in SET seen_at = clock_timestamp()
                         WHERE id = :id AND ended_at IS NULL
                        """)
                .param("id", live.id())
                .update();
    }

    /** Whose sign-in a cookie once was, whether it lives or not: who typed what comes with it. */
    Optional<UUID> owner(byte[] token) {
        return sql.sql("SELECT account FROM access.sign_in WHERE token = :token")
                .param("token", token)
                .query(UUID.class)
                .optional();
    }

    /** The account's, the latest first. */
    List<LiveSignIn> of(UUID account) {
        return sql.sql(
                        LIVE
                                + """
                                 AND account = :account
                                 AND seen_at > clock_timestamp() - interval '30 minutes'
                                 AND began_at > clock_timestamp() - interval '12 hours'
                                 ORDER BY began_at DESC, id
                                """)
                .param("account", account)
                .query(SignIns::row)
                .list();
    }

    /** Ends one of the account's; of another account's, or an ended one, nothing. */
    boolean end(UUID account, UUID id) {
        return sql.sql(
                                """
                                UPDATE access.sign_in
                                   SET ended_at = greatest(began_at, clock_timestamp())
                                 WHERE id = :id AND account = :account AND ended_at IS NULL
                                """)
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    /** Ends all of the account's but one. */
    int endOthers(UUID account, UUID kept) {
        return sql.sql(
                        """
                        UPDATE access.sign_in SET ended_at = greatest(began_at, clock_timestamp())
                         WHERE account = :account AND id <> :kept AND ended_at IS NULL
                        """)
                .param("account", account)
                .param("kept", kept)
                .update();
    }

    void choose(UUID id, Sitting sitting) {
        sql.sql(
                        """
                        UPDATE access.sign_in SET session = :session, admission_number = :number
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("session", sitting.session().toString())
                .param("number", sitting.admissionNumber())
                .update();
    }

    private static SignedIn person(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return row.getBoolean("officer")
                ? new SignedIn.AsOfficer(account)
                : new SignedIn.AsExaminee(account);
    }

    private static LiveSignIn row(ResultSet row, int number) throws SQLException {
        var session = Optional.ofNullable(row.getString("session"));
        String admissionNumber = row.getString("admission_number");
        return new LiveSignIn(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                LiveSignIn.Means.valueOf(row.getString("means")),
                row.getString("browser"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("fresh"),
                Duration.ofSeconds(row.getLong("age")),
                Duration.ofSeconds(row.getLong("idle")),
                Optional.ofNullable(row.getObject("proof", Long.class)).map(Duration::ofSeconds),
                session.map(s -> new Sitting(new SessionId(s), admissionNumber, "")));
    }
}

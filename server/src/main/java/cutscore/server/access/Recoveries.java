package cutscore.server.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * New passwords that were asked for with the roster's facts alone. They count after a waiting time;
 * whoever signs in before, with whatever he has, ends the request, for he is not locked out.
 */
@Component
class Recoveries {
    private final JdbcClient sql;
    private final AccessSettings settings;

    Recoveries(JdbcClient sql, AccessSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** The first request stands until it is ripe or ended; asking again changes nothing. */
    boolean ask(UUID account, String hash) {
        return sql.sql(
                                """
                                INSERT INTO access.recovery (account, password_hash, ripe_at)
                                VALUES (:account, :hash,
                                  clock_timestamp() + :wait * interval '1 second')
                                ON CONFLICT (account) DO NOTHING
                                """)
                        .param("account", account)
                        .param("hash", hash)
                        .param("wait", settings.recoveryWait().toSeconds())
                        .update()
                > 0;
    }

    /** When the account's request becomes ripe. */
    Optional<Instant> ripe(UUID account) {
        return sql.sql("SELECT ripe_at FROM access.recovery WHERE account = :account")
                .param("account", account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Somebody signed in: a ripe password becomes the account's, one that is not is dropped. */
    void settle(UUID account) {
        sql.sql(
                        """
                        UPDATE access.examinee_account a SET password_hash = r.password_hash
                          FROM access.recovery r
                         WHERE a.id = :account AND r.account = a.id
                           AND r.ripe_at <= clock_timestamp()
                        """)
                .param("account", account)
                .update();
        sql.sql("DELETE FROM access.recovery WHERE account = :account")
                .param("account", account)
                .update();
    }
}

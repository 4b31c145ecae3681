package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Keys;
import cutscore.server.web.Place;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waiting at the door: for one sign-in name from one address, each refusal after the second
 * doubles it. Nobody is locked out, and from another address nobody notices. Also the book of
 * sign-ins, which holds keyed digests instead of names and addresses.
 */
@Component
class Patience {
    private static final int FREE_FAILURES = 2;

    /** A whole village may come from one address. */
    static final int FREE_FOR_A_NETWORK = 20;

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    /** Each who waits keeps a connection open, of eight thousand that the server takes. */
    private static final int CHAIRS = 1000;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Entropy entropy;
    private final AccessSettings settings;
    private final SecretKeySpec key;
    private final Semaphore chairs = new Semaphore(CHAIRS);

    Patience(
            JdbcClient sql,
            InstantSource clock,
            Entropy entropy,
            AccessSettings settings,
            Keys keys) {
        this.sql = sql;
        this.clock = clock;
        this.entropy = entropy;
        this.settings = settings;
        this.key = new SecretKeySpec(keys.secret("sign-in"), "HmacSHA256");
    }

    /** What became of a try. */
    enum Outcome {
        SIGNED_IN,
        REFUSED,
        TOO_SOON,
        SIGNED_OUT,
        FACTOR_ASKED,
        FACTOR_PROVEN,
        FACTOR_REFUSED,
        FACTOR_ADDED,
        FACTOR_REMOVED,
        RECOVERY_USED,
        RECOVERY_MADE,
        PASSWORD_SET,
        CODE_MADE,
        FACTORS_FORGOTTEN,
        CLOSED
    }

    /** The pair of name and address, as a keyed digest. */
    String pair(String signInName, String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] both = (signInName + "\n" + address).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /**
     * Counts this try as a failure until {@link #forget} says otherwise, so that many at once wait
     * as many one by one, and tells how long it has to wait first.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Duration knock(String pair) {
        return knock(pair, FREE_FAILURES);
    }

    /**
     * @param free how many tries come before the waiting
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Duration knock(String pair, int free) {
        long millis =
                sql.sql(
                                """
                                INSERT INTO access.sign_in_throttle AS t (pair, failures, free_at)
                                VALUES (:pair, 1, clock_timestamp())
                                ON CONFLICT (pair) DO UPDATE SET
                                  failures = CASE
                                    WHEN t.free_at < clock_timestamp() - interval '15 minutes'
                                    THEN 1 ELSE least(t.failures + 1, 1000) END,
                                  free_at = greatest(t.free_at, clock_timestamp())
                                    + CASE
                                        WHEN t.free_at < clock_timestamp() - interval '15 minutes'
                                          OR t.failures < :free THEN interval '0'
                                        ELSE least(:longest, :first * power(2,
                                               least(t.failures - :free, 20)))
                                             * interval '1 millisecond' END
                                RETURNING ceil(greatest(0, extract(epoch FROM
                                                free_at - clock_timestamp())) * 1000)::bigint
                                """)
                        .param("pair", pair)
                        .param("free", free)
                        .param("first", settings.firstWait().toMillis())
                        .param("longest", settings.longestWait().toMillis())
                        .query(Long.class)
                        .single();
        return Duration.ofMillis(millis);
    }

    /**
     * Waits as long as {@link #knock} says, aside, so that nobody else waits for it.
     *
     * @param wait from {@link #knock}
     * @param pair for the book of sign-ins
     * @throws TooSoon when that would be too long for anybody to sit through
     */
    void sitOut(Duration wait, String pair) {
        if (wait.compareTo(LONGEST_QUEUE) > 0) {
            note(Outcome.TOO_SOON, null, pair);
            throw new TooSoon();
        }
        if (!chairs.tryAcquire()) {
            throw new TooSoon();
        }
        try {
            Place.sitAside(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooSoon();
        } finally {
            chairs.release();
        }
    }

    /** Others are being tried at this from this address right now. */
    static final class TooSoon extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TooSoon() {
            super("too soon");
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void forget(String pair) {
        sql.sql("DELETE FROM access.sign_in_throttle WHERE pair = :pair")
                .param("pair", pair)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void note(Outcome outcome, @Nullable UUID account, @Nullable String pair) {
        sql.sql(
                        """
                        INSERT INTO access.sign_in_attempt (id, at, account, outcome, pair)
                        VALUES (:id, :at, :account, :outcome, :pair)
                        """)
                .param("id", entropy.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("outcome", outcome.name())
                .param("pair", pair)
                .update();
    }
}

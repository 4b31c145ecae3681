package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes of six digits that prove that somebody reads what is sent to a contact. Good once, for ten
 * minutes, for five tries, in the browser that asked: the row's id never leaves its session.
 */
@Component
class Codes implements DisposableBean {
    /** Real messages to one contact in an hour, whoever asks; more cost money and annoy. */
    private static final int AN_HOUR = 20;

    private final JdbcClient sql;
    private final ContactVault vault;
    private final Entropy entropy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;

    /** Who asked cannot tell from the time it takes whether anything is sent. */
    private final ExecutorService behind =
            Executors.newFixedThreadPool(2, Thread.ofVirtual().name("codes-", 0).factory());

    Codes(
            JdbcClient sql,
            ContactVault vault,
            Entropy entropy,
            ApplicationEventPublisher events,
            TransactionTemplate together) {
        this.sql = sql;
        this.vault = vault;
        this.entropy = entropy;
        this.events = events;
        this.together = together;
    }

    private record Made(UUID id, OffsetDateTime until) {}

    /**
     * Makes a code, always, and sends it only when it is wanted.
     *
     * @param wanted asked on another thread, after the caller was answered
     * @return what the browser's session keeps
     */
    UUID ask(Contact contact, CodeWanted.Purpose why, BooleanSupplier wanted) {
        String code = sixDigits();
        var id = entropy.id();
        var made =
                sql.sql(
                                """
                                INSERT INTO access.code (id, contact, digest)
                                VALUES (:id, :contact, :digest) RETURNING id, expires_at
                                """)
                        .param("id", id)
                        .param("contact", vault.digest(contact))
                        .param("digest", digest(id, code))
                        .query(
                                (row, _) ->
                                        new Made(
                                                id,
                                                row.getObject("expires_at", OffsetDateTime.class)))
                        .single();
        behind.execute(() -> send(contact, code, why, made, wanted));
        return id;
    }

    private void send(
            Contact contact,
            String code,
            CodeWanted.Purpose why,
            Made made,
            BooleanSupplier wanted) {
        together.executeWithoutResult(
                _ -> {
                    sql.sql(
                                    """
                                    DELETE FROM access.code
                                     WHERE expires_at < clock_timestamp() - interval '1 day'
                                    """)
                            .update();
                    if (isWithinTheHour(contact) && wanted.getAsBoolean()) {
                        events.publishEvent(
                                new CodeWanted(contact, code, why, made.until().toInstant()));
                    }
                });
    }

    private boolean isWithinTheHour(Contact contact) {
        return sql.sql(
                        """
                        SELECT count(*) <= :most FROM access.code WHERE contact = :contact
                           AND made_at > clock_timestamp() - interval '1 hour'
                        """)
                .param("most", AN_HOUR)
                .param("contact", vault.digest(contact))
                .query(Boolean.class)
                .single();
    }

    /** Whether it is the code; from then on it is not any more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean redeem(UUID id, Contact contact, String typed) {
        var held =
                sql.sql(
                                """
                                UPDATE access.code SET tries = tries + 1
                                 WHERE id = :id AND contact = :contact AND used_at IS NULL
                                   AND tries < 5 AND expires_at > clock_timestamp()
                                RETURNING digest
                                """)
                        .param("id", id)
                        .param("contact", vault.digest(contact))
                        .query(byte[].class)
                        .optional();
        byte[] given = digest(id, typed.replaceAll("\\s", ""));
        boolean right = MessageDigest.isEqual(given, held.orElseGet(() -> new byte[32]));
        if (right) {
            sql.sql("UPDATE access.code SET used_at = clock_timestamp() WHERE id = :id")
                    .param("id", id)
                    .update();
        }
        return right;
    }

    private byte[] digest(UUID id, String code) {
        return vault.mac("code\n" + id + "\n" + code);
    }

    private String sixDigits() {
        // 4 294 000 000 is the last multiple of a million below 2^32.
        long drawn;
        do {
            drawn = Integer.toUnsignedLong(ByteBuffer.wrap(entropy.bytes(4)).getInt());
        } while (drawn >= 4_294_000_000L);
        return String.format(java.util.Locale.ROOT, "%06d", drawn % 1_000_000);
    }

    @Override
    public void destroy() {
        behind.close();
    }
}

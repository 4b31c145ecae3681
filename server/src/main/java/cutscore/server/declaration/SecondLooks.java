package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.server.database.Keys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which accepted cases another officer looks at again: one of every ten of each officer. Which of
 * the ten follows from a secret, so that nobody knows beforehand and everybody can check later.
 */
@Component
final class SecondLooks {
    static final int OF = 10;
    private static final BigInteger TEN = BigInteger.valueOf(OF);

    private final JdbcClient sql;
    private final Keys keys;

    SecondLooks(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** Whether the n-th case that the officer accepted, from 1, is looked at again. */
    boolean chooses(UUID officer, long n) {
        long ten = (n - 1) / OF;
        return (n - 1) % OF == drawn(officer, ten);
    }

    private int drawn(UUID officer, long ten) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("second-look"), "HmacSHA256"));
            byte[] drawn = mac.doFinal((officer + "/" + ten).getBytes(StandardCharsets.US_ASCII));
            return new BigInteger(1, drawn).mod(TEN).intValueExact();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    /** Counts an acceptance, and puts it before another officer when it is the drawn one. */
    void accepted(DeclarationRow row, int step, UUID officer, Instant at) {
        long n =
                sql.sql(
                                """
                                INSERT INTO declaration.accepted_by (officer, accepted)
                                VALUES (?, 1) ON CONFLICT (officer)
                                DO UPDATE SET accepted = declaration.accepted_by.accepted + 1
                                RETURNING accepted
                                """)
                        .param(officer)
                        .query(Long.class)
                        .single();
        if (chooses(officer, n)) {
            sql.sql(
                            """
                            INSERT INTO declaration.second_look
                                (declaration, step, session, province, approved_by, chosen_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            row.id().value(),
                            step,
                            row.session().value(),
                            row.province().value(),
                            officer,
                            at.atOffset(UTC))
                    .update();
        }
    }

    /** The second look of the declaration's last approval, if it was drawn. */
    Optional<SecondLook> last(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT step, approved_by, looked_by, looked_at, confirmed, note
                        FROM declaration.second_look
                        WHERE declaration = :id AND step =
                            (SELECT max(number) FROM declaration.step
                             WHERE declaration = :id AND step = 'APPROVE')
                        """)
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new SecondLook(
                                        row.getInt("step"),
                                        row.getObject("approved_by", UUID.class),
                                        Optional.ofNullable(row.getObject("looked_by", UUID.class)),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "looked_at", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant),
                                        Optional.ofNullable(
                                                row.getObject("confirmed", Boolean.class)),
                                        row.getString("note")))
                .optional();
    }

    boolean look(
            DeclarationId id,
            int step,
            UUID by,
            boolean confirmed,
            String note,
            Instant at,
            long index) {
        return sql.sql(
                                """
                                UPDATE declaration.second_look
                                SET looked_by = ?, looked_at = ?, confirmed = ?, note = ?,
                                    ledger_index = ?
                                WHERE declaration = ? AND step = ? AND looked_at IS NULL
                                """)
                        .params(by, at.atOffset(UTC), confirmed, note, index, id.value(), step)
                        .update()
                == 1;
    }
}

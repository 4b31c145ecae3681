package cutscore.server.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Officers' apps, recovery codes and the codes that were tried, in the schema {@code access}. */
@Component
class FactorTable {
    private final JdbcClient sql;

    FactorTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** An app as its owner sees it. */
    record App(String label, Instant added) {}

    Optional<App> app(UUID officer) {
        return sql.sql("SELECT label, added_at FROM access.totp WHERE officer = :officer")
                .param("officer", officer)
                .query(
                        (row, _) ->
                                new App(
                                        row.getString("label"),
                                        row.getObject("added_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    /** The app's secret as it is kept. */
    Optional<byte[]> secretOf(UUID officer) {
        return sql.sql("SELECT sealed FROM access.totp WHERE officer = :officer")
                .param("officer", officer)
                .query(byte[].class)
                .optional();
    }

    boolean hasFactor(UUID officer) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.totp WHERE officer = :officer)
                            OR EXISTS (SELECT 1 FROM access.passkey WHERE account = :officer)
                        """)
                .param("officer", officer)
                .query(Boolean.class)
                .single();
    }

    /** Puts the app in the place of the one before. */
    void putApp(UUID officer, String label, byte[] sealed, long step, Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.totp (officer, label, sealed, last_step, added_at)
                        VALUES (:officer, :label, :sealed, :step, :at)
                        ON CONFLICT (officer) DO UPDATE SET label = excluded.label,
                            sealed = excluded.sealed, last_step = excluded.last_step,
                            added_at = excluded.added_at
                        """)
                .param("officer", officer)
                .param("label", label)
                .param("sealed", sealed)
                .param("step", step)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the step's code, unless it or a later one was taken before. */
    boolean take(UUID officer, long step) {
        return sql.sql(
                                """
                                UPDATE access.totp SET last_step = :step
                                 WHERE officer = :officer AND last_step < :step
                                """)
                        .param("officer", officer)
                        .param("step", step)
                        .update()
                > 0;
    }

    boolean removeApp(UUID officer) {
        return sql.sql("DELETE FROM access.totp WHERE officer = :officer")
                        .param("officer", officer)
                        .update()
                > 0;
    }

    /** Of two changes to one officer's factors the second sees what the first did. */
    void lock(UUID officer) {
        sql.sql("SELECT id FROM access.officer WHERE id = :officer FOR NO KEY UPDATE")
                .param("officer", officer)
                .query(UUID.class)
                .optional();
    }

    void removeAll(UUID officer) {
        for (String all :
                List.of(
                        "DELETE FROM access.totp WHERE officer = :officer",
                        "DELETE FROM access.recovery_code WHERE officer = :officer",
                        "DELETE FROM access.passkey WHERE account = :officer")) {
            sql.sql(all).param("officer", officer).update();
        }
    }

    void replaceRecovery(UUID officer, List<byte[]> digests) {
        sql.sql("DELETE FROM access.recovery_code WHERE officer = :officer")
                .param("officer", officer)
                .update();
        for (byte[] digest : digests) {
            sql.sql("INSERT INTO access.recovery_code (officer, digest) VALUES (:officer, :digest)")
                    .param("officer", officer)
                    .param("digest", digest)
                    .update();
        }
    }

    boolean useRecovery(UUID officer, byte[] digest) {
        return sql.sql(
                                """
                                UPDATE access.recovery_code SET used_at = clock_timestamp()
                                 WHERE officer = :officer AND digest = :digest AND used_at IS NULL
                                """)
                        .param("officer", officer)
                        .param("digest", digest)
                        .update()
                > 0;
    }

    int recoveryLeft(UUID officer) {
        return sql.sql(
                        """
                        SELECT count(*)::int FROM access.recovery_code
                         WHERE officer = :officer AND used_at IS NULL
                        """)
                .param("officer", officer)
                .query(Integer.class)
                .single();
    }

    /** The wall clock: an app on a telephone knows no other. */
    Instant now() {
        return sql.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }

    /**
     * Writes a try down as a wrong one before it is looked at, so that many at once count as many.
     *
     * @param most wrong ones of the lane within an hour
     * @return the try; empty when there were so many already
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<Long> attempt(UUID officer, String lane, int most) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lane, 15))::text")
                .param("lane", lane)
                .query(String.class)
                .single();
        return sql.sql(
                        """
                        INSERT INTO access.factor_try (officer, lane)
                        SELECT :officer, :lane
                         WHERE (SELECT count(*) FROM access.factor_try
                                 WHERE lane = :lane AND NOT taken
                                   AND at > clock_timestamp() - interval '1 hour') < :most
                        RETURNING id
                        """)
                .param("officer", officer)
                .param("lane", lane)
                .param("most", most)
                .query(Long.class)
                .optional();
    }

    void taken(long attempt) {
        sql.sql("UPDATE access.factor_try SET taken = true WHERE id = :id")
                .param("id", attempt)
                .update();
    }

    int wrongSince(UUID officer, Instant since) {
        return sql.sql(
                        """
                        SELECT count(*)::int FROM access.factor_try
                         WHERE officer = :officer AND NOT taken AND at > :since
                        """)
                .param("officer", officer)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}

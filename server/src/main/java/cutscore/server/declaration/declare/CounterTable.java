package cutscore.server.declaration.declare;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.DeclarationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the counter in the schema {@code declaration}. */
@Component
class CounterTable {
    private static final String SELECT =
            """
            SELECT id, officer, province, session, admission_number, begun_at, declaration
            FROM declaration.counter_case
            """;

    private final JdbcClient sql;

    CounterTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(CounterCase begun) {
        sql.sql(
                        """
                        INSERT INTO declaration.counter_case
                            (id, officer, province, session, admission_number, begun_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(begun.id())
                .param(begun.officer())
                .param(begun.province().value())
                .param(begun.session().value())
                .param(begun.admissionNumber())
                .param(begun.begun().atOffset(UTC))
                .update();
    }

    Optional<CounterCase> find(UUID id, UUID officer) {
        return sql.sql(SELECT + " WHERE id = ? AND officer = ?")
                .params(id, officer)
                .query((row, _) -> one(row))
                .optional();
    }

    /** The newest of an officer's cases, newest first. */
    List<CounterCase> of(UUID officer, int most) {
        return sql.sql(SELECT + " WHERE officer = ? ORDER BY begun_at DESC, id LIMIT ?")
                .params(officer, most)
                .query((row, _) -> one(row))
                .list();
    }

    void sent(UUID id, DeclarationId declaration) {
        sql.sql("UPDATE declaration.counter_case SET declaration = ? WHERE id = ?")
                .params(declaration.value(), id)
                .update();
    }

    /**
     * Writes a try down as a miss before it is looked at, so that many at once count as many.
     *
     * @param most misses of the officer within an hour
     * @return the try; empty when there were so many already
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<Long> attempt(UUID officer, int most) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 25))::text")
                .param(officer.toString())
                .query(String.class)
                .single();
        return sql.sql(
                        """
                        INSERT INTO declaration.counter_miss (officer)
                        SELECT :officer
                         WHERE (SELECT count(*) FROM declaration.counter_miss
                                 WHERE officer = :officer
                                   AND at > clock_timestamp() - interval '1 hour') < :most
                        RETURNING id
                        """)
                .param("officer", officer)
                .param("most", most)
                .query(Long.class)
                .optional();
    }

    /** It was none. */
    void fitted(long attempt) {
        sql.sql("DELETE FROM declaration.counter_miss WHERE id = ?").param(attempt).update();
    }

    private static CounterCase one(ResultSet row) throws SQLException {
        return new CounterCase(
                row.getObject("id", UUID.class),
                row.getObject("officer", UUID.class),
                new DivisionCode(row.getString("province")),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("declaration", UUID.class))
                        .map(DeclarationId::new));
    }
}

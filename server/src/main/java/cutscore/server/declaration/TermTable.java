package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The provinces' terms in the schema {@code declaration}. */
@Component
final class TermTable {
    private final JdbcClient sql;

    TermTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<ReviewTerm> newest(DivisionCode province) {
        return sql.sql(
                        """
                        SELECT days, basis, set_at FROM declaration.review_term
                        WHERE province = ? ORDER BY ledger_index DESC LIMIT 1
                        """)
                .param(province.value())
                .query(
                        (row, _) ->
                                new ReviewTerm(
                                        row.getInt("days"),
                                        row.getString("basis"),
                                        Optional.of(
                                                row.getObject("set_at", OffsetDateTime.class)
                                                        .toInstant())))
                .optional();
    }

    void insert(DivisionCode province, int days, String basis, UUID by, Instant at, long index) {
        sql.sql(
                        """
                        INSERT INTO declaration.review_term
                            (province, days, basis, set_by, set_at, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(province.value())
                .param(days)
                .param(basis)
                .param(by)
                .param(at.atOffset(UTC))
                .param(index)
                .update();
    }
}

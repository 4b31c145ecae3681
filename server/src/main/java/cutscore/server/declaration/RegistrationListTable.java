package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the round at registration, in the schema {@code declaration}. */
@Component
final class RegistrationListTable {
    private static final String SELECT =
            """
            SELECT id, session, province, claim_window, stated_at, sha256, rows, set_aside,
                   entered_by, entered_at, ledger_index
            FROM declaration.registration_list
            """;

    private final JdbcClient sql;
    private final JdbcOperations rows;

    RegistrationListTable(JdbcClient sql, JdbcOperations rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** False when that file was entered before. */
    boolean insert(RegistrationList list, List<RegistrationRow> declared) {
        boolean fresh =
                sql.sql(
                                        """
                                        INSERT INTO declaration.registration_list
                                            (id, session, province, claim_window, stated_at, sha256,
                                             rows, set_aside, entered_by, entered_at)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                        """)
                                .param(list.id())
                                .param(list.session().value())
                                .param(list.province().value())
                                .param(list.window())
                                .param(list.statedAt().atOffset(UTC))
                                .param(list.sha256())
                                .param(list.rows())
                                .param(list.setAside())
                                .param(list.enteredBy())
                                .param(list.enteredAt().atOffset(UTC))
                                .update()
                        == 1;
        if (fresh) {
            rows.batchUpdate(
                    "INSERT INTO declaration.registration_row"
                            + " (list, line, admission_number, ground, place)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    declared.stream().map(row -> row(list.id(), row)).toList());
        }
        return fresh;
    }

    private static Object[] row(UUID list, RegistrationRow row) {
        return new Object[] {
            list,
            row.line(),
            row.admissionNumber(),
            row.ground().name(),
            row.place().map(DivisionCode::value).orElse(null)
        };
    }

    /** Locked to the end of the transaction. */
    Optional<RegistrationList> lock(UUID id) {
        return sql.sql(SELECT + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, _) -> list(row))
                .optional();
    }

    List<RegistrationList> of(DivisionCode province) {
        return sql.sql(SELECT + " WHERE province = ? ORDER BY entered_at DESC, id")
                .param(province.value())
                .query((row, _) -> list(row))
                .list();
    }

    List<RegistrationRow> rows(UUID list) {
        return sql.sql(
                        """
                        SELECT line, admission_number, ground, place
                        FROM declaration.registration_row WHERE list = ? ORDER BY line
                        """)
                .param(list)
                .query(
                        (row, _) ->
                                new RegistrationRow(
                                        row.getInt("line"),
                                        row.getString("admission_number"),
                                        DeclaredGround.valueOf(row.getString("ground")),
                                        Optional.ofNullable(row.getString("place"))
                                                .map(DivisionCode::new)))
                .list();
    }

    void confirm(UUID list, UUID by, Instant at, long ledgerIndex) {
        sql.sql(
                        """
                        UPDATE declaration.registration_list
                        SET confirmed_by = ?, confirmed_at = ?, ledger_index = ? WHERE id = ?
                        """)
                .params(by, at.atOffset(UTC), ledgerIndex, list)
                .update();
    }

    void declared(UUID list, List<DeclarationRow> made) {
        rows.batchUpdate(
                "UPDATE declaration.registration_row SET declaration = ?"
                        + " WHERE list = ? AND admission_number = ?",
                made.stream()
                        .map(row -> new Object[] {row.id().value(), list, row.admissionNumber()})
                        .toList());
    }

    /** Whether a declaration came by a list. */
    boolean brought(DeclarationId declaration) {
        return sql.sql("SELECT count(*) FROM declaration.registration_row WHERE declaration = ?")
                        .param(declaration.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Which of these have an active declaration. */
    Set<String> active(SessionId session, Collection<String> numbers) {
        return new HashSet<>(
                sql.sql(
                                """
                                SELECT admission_number FROM declaration.declaration
                                WHERE session = :session AND admission_number = ANY(:numbers)
                                  AND stage IN ('SUBMITTED', 'RETURNED', 'APPROVED')
                                """)
                        .param("session", session.value())
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private static RegistrationList list(ResultSet row) throws SQLException {
        return new RegistrationList(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                row.getObject("claim_window", UUID.class),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getInt("rows"),
                row.getInt("set_aside"),
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ledger_index", Long.class)));
    }
}

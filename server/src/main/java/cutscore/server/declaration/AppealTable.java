package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of appeals, and the appeals. */
@Component
final class AppealTable {
    private final JdbcClient sql;

    AppealTable(JdbcClient sql) {
        this.sql = sql;
    }

    void set(UUID id, AppealSetting setting, UUID by) {
        sql.sql(
                        """
                        INSERT INTO declaration.appeal_setting
                            (id, session, province, days, basis, set_by, set_at, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        setting.session().value(),
                        setting.province().value(),
                        setting.days(),
                        setting.basis(),
                        by,
                        setting.setAt().atOffset(UTC),
                        setting.ledgerIndex())
                .update();
    }

    /** All that were set, the one in force first. */
    List<AppealSetting> settings(SessionId session, DivisionCode province) {
        return sql.sql(
                        """
                        SELECT days, basis, set_at, ledger_index FROM declaration.appeal_setting
                        WHERE session = ? AND province = ? ORDER BY ledger_index DESC
                        """)
                .params(session.value(), province.value())
                .query(
                        (row, _) ->
                                new AppealSetting(
                                        session,
                                        province,
                                        row.getInt("days"),
                                        row.getString("basis"),
                                        row.getObject("set_at", OffsetDateTime.class).toInstant(),
                                        row.getLong("ledger_index")))
                .list();
    }

    Optional<Instant> appealed(DeclarationId id) {
        return sql.sql("SELECT at FROM declaration.appeal WHERE declaration = ?")
                .param(id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The step of the last rejection. */
    Optional<Integer> rejection(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT max(number) FROM declaration.step
                        WHERE declaration = ? AND step = 'REJECT'
                        """)
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    void appeal(DeclarationId id, int rejection, int step, Instant at) {
        sql.sql(
                        """
                        INSERT INTO declaration.appeal (declaration, rejection, step, at)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(id.value(), rejection, step, at.atOffset(UTC))
                .update();
    }

    /** Whether the same person has another active declaration of that session and qualification. */
    boolean hasAnother(DeclarationRow row) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT FROM declaration.declaration
                            WHERE session = ? AND qualification = ? AND person = ? AND id <> ?
                              AND stage IN ('SUBMITTED', 'RETURNED', 'APPROVED'))
                        """)
                .params(
                        row.session().value(),
                        row.qualification(),
                        java.util.HexFormat.of().parseHex(row.person()),
                        row.id().value())
                .query(Boolean.class)
                .single();
    }
}

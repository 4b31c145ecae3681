package cutscore.server.access;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looked at whose file (谁看过我的资料). A page that shows an examinee's things to an officer notes it
 * before it answers; what cannot be noted is not shown.
 */
@Component
public class LookUps {
    /** As many as one page shows. */
    public static final int SHOWN = 200;

    private final JdbcClient sql;
    private final InstantSource clock;

    LookUps(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Notes that an officer looked.
     *
     * @param role by which the officer may look
     */
    public void note(
            SessionId session, String admissionNumber, LookUp.What what, Role role, Officer by) {
        sql.sql(
                        """
                        INSERT INTO access.look_up
                            (session, admission_number, what, officer, role, province, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(session.value())
                .param(admissionNumber)
                .param(what.name())
                .param(by.id())
                .param(role.name())
                .param(by.province().map(DivisionCode::value).orElse(null))
                .param(clock.instant().atOffset(UTC))
                .update();
    }

    /** The same, by whichever of these duties the officer holds; the first that fits. */
    public void note(
            SessionId session,
            String admissionNumber,
            LookUp.What what,
            List<Role> duties,
            Officer by) {
        duties.stream()
                .filter(by.roles()::contains)
                .findFirst()
                .ifPresent(role -> note(session, admissionNumber, what, role, by));
    }

    /** The newest {@link #SHOWN} look-ups of a sitting, newest first. */
    public List<LookUp> of(SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT what, role, province, at FROM access.look_up
                        WHERE session = ? AND admission_number = ?
                        ORDER BY id DESC LIMIT ?
                        """)
                .params(session.value(), admissionNumber, SHOWN)
                .query(
                        (row, _) ->
                                new LookUp(
                                        LookUp.What.valueOf(row.getString("what")),
                                        Role.valueOf(row.getString("role")),
                                        Optional.ofNullable(row.getString("province"))
                                                .map(DivisionCode::new),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

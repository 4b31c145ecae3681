package cutscore.server.access;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who looked at whose file (谁看过我的资料). A page that shows an examinee's things to an officer notes it
 * before it answers; what cannot be noted is not shown, and who has looked at too many people on a
 * day ({@link LookSettings}) is refused, which is noted as well.
 */
@Component
public class LookUps {
    /** As many as one page shows. */
    public static final int SHOWN = 200;

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final LookBudget budget;
    private final TransactionTemplate alone;

    LookUps(
            JdbcClient sql,
            InstantSource clock,
            LookBudget budget,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.budget = budget;
        this.alone = new TransactionTemplate(transactions);
        // A look happened, and a refusal too, whatever becomes of what it was for.
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Notes that an officer looked.
     *
     * @param role by which the officer may look
     * @throws AccessRefused when the day's people are spent; nothing may be shown then
     */
    public void note(
            SessionId session, String admissionNumber, LookUp.What what, Role role, Officer by) {
        keep(session, admissionNumber, what, role, by, "");
    }

    /** The same, by whichever of these duties the officer holds; the first that fits. */
    public void note(
            SessionId session,
            String admissionNumber,
            LookUp.What what,
            List<Role> duties,
            Officer by) {
        note(session, admissionNumber, what, duty(duties, by), by);
    }

    /**
     * Notes that an officer looked, unless the same look was noted within the last ten minutes: who
     * goes on with a case, or turns the pages of a file, looks at it once.
     *
     * @throws AccessRefused when the day's people are spent; nothing may be shown then
     */
    public void goOn(
            SessionId session,
            String admissionNumber,
            LookUp.What what,
            List<Role> duties,
            Officer by) {
        boolean noted =
                sql.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM access.look_up
                                                WHERE session = ? AND admission_number = ?
                                                  AND what = ? AND officer = ? AND at > ?)
                                """)
                        .params(
                                session.value(),
                                admissionNumber,
                                what.name(),
                                by.id(),
                                clock.instant().minus(ONE_LOOK).atOffset(UTC))
                        .query(Boolean.class)
                        .single();
        if (!noted) {
            note(session, admissionNumber, what, duties, by);
        }
    }

    /**
     * Notes that an officer had an identity number revealed.
     *
     * @param reason 5 to 200 characters, which the person reads
     * @throws AccessRefused when the day's numbers are spent; it may not be shown then
     * @throws Unreadable without a reason
     */
    public void reveal(
            SessionId session,
            String admissionNumber,
            String reason,
            List<Role> duties,
            Officer by) {
        var words = reason.strip();
        int length = words.codePointCount(0, words.length());
        if (length < 5 || length > 200) {
            throw new Unreadable(
                    Fault.of(
                            "REVEAL_REASON",
                            new Words(
                                    "请写明为什么要看完整号码（5 到 200 字），本人会看到",
                                    "say why you need the whole number (5 to 200 signs); the person"
                                            + " reads it"),
                            new Words("例如：与户口簿逐位核对", "for instance: compare with the booklet")));
        }
        keep(session, admissionNumber, LookUp.What.IDENTITY, duty(duties, by), by, words);
    }

    private static Role duty(List<Role> duties, Officer by) {
        return duties.stream()
                .filter(by.roles()::contains)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        new Words("没有查看的职责", "no duty of yours is to look here")));
    }

    private void keep(
            SessionId session,
            String admissionNumber,
            LookUp.What what,
            Role role,
            Officer by,
            String reason) {
        Optional<Words> refused =
                alone.execute(
                        _ -> {
                            boolean identity = what == LookUp.What.IDENTITY;
                            var why = budget.pay(by.id(), session, admissionNumber, identity);
                            if (why.isEmpty()) {
                                insert(session, admissionNumber, what, role, by, reason);
                            }
                            return why;
                        });
        if (refused != null && refused.isPresent()) {
            throw new AccessRefused(refused.get());
        }
    }

    private void insert(
            SessionId session,
            String admissionNumber,
            LookUp.What what,
            Role role,
            Officer by,
            String reason) {
        sql.sql(
                        """
                        INSERT INTO access.look_up
                            (session, admission_number, what, officer, role, province, at, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(session.value())
                .param(admissionNumber)
                .param(what.name())
                .param(by.id())
                .param(role.name())
                .param(by.province().map(DivisionCode::value).orElse(null))
                .param(clock.instant().atOffset(UTC))
                .param(reason)
                .update();
    }

    /** The newest {@link #SHOWN} look-ups of a sitting, newest first. */
    public List<LookUp> of(SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT what, role, province, at, reason FROM access.look_up
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
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("reason")))
                .list();
    }
}

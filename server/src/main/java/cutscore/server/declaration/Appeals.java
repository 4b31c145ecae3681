package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.Arrivals;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appeals (申诉) of a rejected declaration. The circulars are silent, so a lead records for each
 * session whether his province has another officer look again, and within how many days; where
 * nothing is recorded, that is what the declarant is told.
 */
@Component
public class Appeals {
    /** The longest term that can be set, in days. */
    public static final int MOST_DAYS = 90;

    /** As many characters as an appeal may have. */
    public static final int LONGEST = 500;

    private final AppealTable table;
    private final DeclarationTable declarations;
    private final StepTable steps;
    private final Exams exams;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final TransactionTemplate transaction;

    Appeals(
            AppealTable table,
            DeclarationTable declarations,
            StepTable steps,
            Exams exams,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            Arrivals arrivals,
            TransactionTemplate transaction) {
        this.table = table;
        this.declarations = declarations;
        this.steps = steps;
        this.exams = exams;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.arrivals = arrivals;
        this.transaction = transaction;
    }

    /** What the officer's province recorded for a session, the one in force first. */
    public List<AppealSetting> settings(SessionId session, Officer by) {
        return table.settings(session, by.province().orElseThrow());
    }

    /**
     * Records the setting; it is in force for every rejection that was not appealed yet.
     *
     * @param days 0 for none, to {@link #MOST_DAYS}
     * @param basis the document, or "office decision" with its reason; 1 to 300 characters
     * @param by a lead of the province
     * @throws Unreadable when something is missing
     */
    @Transactional
    public AppealSetting set(SessionId session, int days, String basis, Officer by) {
        by.must(Role.REVIEW_LEAD);
        var province = by.province().orElseThrow();
        String said = basis.strip();
        require(exams.find(session).isPresent(), "请选择考试", "choose the exam session");
        require(
                days >= 0 && days <= MOST_DAYS,
                "天数写 0 到 " + MOST_DAYS + "，0 表示不复审",
                "give 0 to " + MOST_DAYS + " days; 0 means none");
        require(
                !said.isEmpty() && said.length() <= 300,
                "请写明依据（文件，或本机构的决定），300 字以内",
                "name the basis (a document or a decision of the office), 300 characters at most");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var body =
                Json.object()
                        .put("session", session.value())
                        .put("province", province.value())
                        .put("days", days)
                        .put("basis", said)
                        .build();
        long index = ledger.append(new Act("appeal.set", now, List.of(by.id()), body)).index();
        var setting = new AppealSetting(session, province, days, said, now, index);
        table.set(entropy.id(), setting, by.id());
        return setting;
    }

    /** Whether the declarant can appeal at this moment. */
    public AppealStanding standing(DeclarationView declaration, Instant now) {
        if (table.appealed(declaration.id()).isPresent()) {
            return new AppealStanding.Used(table.appealed(declaration.id()).orElseThrow());
        }
        if (declaration.stage() != Stage.REJECTED) {
            return new AppealStanding.NotRejected();
        }
        var setting =
                table.settings(declaration.session(), declaration.province()).stream().findFirst();
        if (setting.isEmpty()) {
            return new AppealStanding.NotSet();
        }
        if (!setting.get().allows()) {
            return new AppealStanding.NotAllowed(setting.get());
        }
        var until = until(declaration.steps().getLast().at(), setting.get());
        return now.isAfter(until)
                ? new AppealStanding.Over(setting.get(), until)
                : new AppealStanding.Open(setting.get(), until);
    }

    /** The last second of the last day in Beijing; the day of the rejection is not counted. */
    private static Instant until(Instant rejected, AppealSetting setting) {
        return Beijing.day(rejected)
                .plusDays(setting.days())
                .atTime(LocalTime.of(23, 59, 59))
                .toInstant(Beijing.OFFSET);
    }

    /**
     * Appeals: the declaration waits for review again, by another officer than before.
     *
     * @param declaration as its declarant sees it
     * @param admissionNumber of the person who is signed in
     * @param words why; 1 to {@link #LONGEST} characters
     * @return empty when it is recorded; else why not
     */
    public Optional<Refusal> appeal(
            DeclarationView declaration, String admissionNumber, String words) {
        var now = arrivals.instant(arrivals.current()).truncatedTo(ChronoUnit.MICROS);
        if (!declaration.admissionNumber().equals(admissionNumber)) {
            throw new NoSuchElementException("no such declaration");
        }
        String said = words.strip();
        require(
                !said.isEmpty() && said.length() <= LONGEST,
                "请写明为什么不同意，" + LONGEST + " 字以内",
                "say why you disagree, " + LONGEST + " characters at most");
        return switch (standing(declaration, now)) {
            case AppealStanding.Open _ -> open(declaration.id(), said, now);
            case AppealStanding.Over _ -> Optional.of(Refusal.APPEAL_OVER);
            case AppealStanding.Used _ -> Optional.of(Refusal.APPEALED);
            case AppealStanding.NotRejected _,
                    AppealStanding.NotSet _,
                    AppealStanding.NotAllowed _ ->
                    Optional.of(Refusal.NO_APPEAL);
        };
    }

    private Optional<Refusal> open(DeclarationId id, String words, Instant now) {
        var row = declarations.find(id).orElseThrow();
        if (table.hasAnother(row)) {
            return Optional.of(Refusal.ALREADY_DECLARED);
        }
        try {
            return transaction.execute(
                    status -> {
                        var refused = take(row, words, now);
                        if (refused.isPresent()) {
                            status.setRollbackOnly();
                        }
                        return refused;
                    });
        } catch (DuplicateKeyException declaredMeanwhile) {
            return Optional.of(Refusal.ALREADY_DECLARED);
        }
    }

    private Optional<Refusal> take(DeclarationRow row, String words, Instant now) {
        int rejection = table.rejection(row.id()).orElseThrow();
        var about =
                Json.object()
                        .put("submission", row.ledgerIndex())
                        .put("session", row.session().value())
                        .put("province", row.province().value());
        var said = Json.object().put("submission", row.ledgerIndex()).put("appeal", words).build();
        about.put("appealCommitment", ledger.commit(said.bytes()));
        long index =
                ledger.append(new Act("declaration.appealed", now, List.of(), about.build()))
                        .index();
        var step =
                new StepTable.Fresh(
                        row,
                        new Life.Transition(Stage.REJECTED, Life.Step.REOPEN, Stage.SUBMITTED),
                        now,
                        Optional.empty(),
                        words,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        index);
        var number = steps.taken(step);
        if (number.isEmpty()) {
            return Optional.of(Refusal.APPEALED);
        }
        table.appeal(row.id(), rejection, number.getAsInt(), now);
        return Optional.empty();
    }

    private static void require(boolean met, String zh, String en) {
        if (!met) {
            throw new Unreadable(Fault.of("APPEAL", new Words(zh, en), new Words(zh, en)));
        }
    }
}

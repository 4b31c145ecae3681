package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.declaration.eligibility.EligibilityRules;
import cutscore.server.declaration.eligibility.Hint;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviewers' bench: piles read a few cases at a time, decisions that can be taken back for ten
 * seconds, doubts, second looks, and who stays away from whose case.
 */
@Component
public class Bench {
    /** A pile is counted this far, and no further. */
    public static final int COUNTED = 1000;

    /** As many characters as a note may have. */
    public static final int NOTE = 500;

    private final DeclarationTable table;
    private final StepTable steps;
    private final BenchTable bench;
    private final Holds holds;
    private final HeldDecisions decisions;
    private final Reviews reviews;
    private final SecondLooks looks;
    private final TraceTable traces;
    private final CaseReading reading;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Bench(
            DeclarationTable table,
            StepTable steps,
            BenchTable bench,
            Holds holds,
            HeldDecisions decisions,
            Reviews reviews,
            SecondLooks looks,
            TraceTable traces,
            CaseReading reading,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.steps = steps;
        this.bench = bench;
        this.holds = holds;
        this.decisions = decisions;
        this.reviews = reviews;
        this.looks = looks;
        this.traces = traces;
        this.reading = reading;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The next few cases of a pile for this officer, in the order of arrival.
     *
     * @param from the case to begin behind; empty for the first
     * @param back whether to go towards earlier arrivals
     * @throws cutscore.server.access.AccessRefused when he does not review in that province
     */
    public List<QueuedCase> next(
            SessionId session,
            DivisionCode province,
            Pile pile,
            Optional<DeclarationId> from,
            boolean back,
            int limit,
            Officer by) {
        Reviews.mustReview(by, province);
        return bench.next(session, province, pile, by.id(), from, back, limit);
    }

    /** How many a pile has for this officer, counted to {@link #COUNTED}. */
    public int count(SessionId session, DivisionCode province, Pile pile, Officer by) {
        Reviews.mustReview(by, province);
        return bench.count(session, province, pile, by.id(), COUNTED);
    }

    /** Whether the case lies in that pile for this officer. */
    public boolean holds(DeclarationId id, Pile pile, Officer by) {
        return bench.holds(id, pile, by.id());
    }

    /** What the rules find in the case as it stands now. */
    public List<Hint> hints(DeclarationId id, Officer by) {
        return EligibilityRules.hints(reading.of(mine(id, by)));
    }

    /** What the rules had found when it was decided last. */
    public Optional<DecisionTrace> trace(DeclarationId id) {
        return traces.last(id);
    }

    /** What its last return asked to be mended. */
    public List<ReturnItem> asked(DeclarationId id) {
        return traces.asked(id);
    }

    /** Why this officer may not decide this case, if so. */
    public Optional<Why> barred(DeclarationId id, Officer by) {
        return reviews.barred(mine(id, by), by);
    }

    /** Why the case lies in the doubtful pile, if it does. */
    public Optional<Doubt> doubt(DeclarationId id) {
        return bench.doubt(id);
    }

    /** The second look of its last approval, if it was drawn. */
    public Optional<SecondLook> secondLook(DeclarationId id) {
        return looks.last(id);
    }

    /** How many decisions the officer recorded today; for nobody but himself. */
    public int decidedToday(Officer by) {
        var midnight = Beijing.day(clock.instant()).atStartOfDay().toInstant(Beijing.OFFSET);
        return bench.decidedSince(by.id(), midnight);
    }

    /**
     * Holds a decision: it becomes an act in ten seconds, unless it is taken back. Everything that
     * would speak against the act speaks against holding it.
     *
     * @return empty when it is held; else why not
     */
    public Optional<Why> hold(DeclarationId id, Decision decision, Officer by) {
        var row = mine(id, by);
        return reviews.objection(row, decision.review(), by)
                .or(
                        () ->
                                holds.hold(entropy.id(), id, decision, by)
                                        ? Optional.empty()
                                        : Optional.of(Why.HELD));
    }

    /** Decides at once. */
    public ReviewOutcome decide(DeclarationId id, Decision decision, Officer by) {
        mine(id, by);
        return reviews.review(id, decision, by);
    }

    /** What this officer holds, the newest first; with what could not be recorded. */
    public List<HeldDecision> held(Officer by) {
        return holds.of(by);
    }

    /** Takes a held decision back; false when it is an act already. */
    public boolean takeBack(UUID held, Officer by) {
        return holds.takeBack(held, by);
    }

    /** Records a held decision without waiting. */
    public ReviewOutcome recordNow(UUID held, Officer by) {
        return decisions.recordNow(held, by);
    }

    /**
     * Puts a case on the doubtful pile, for another officer.
     *
     * @param note for colleagues; at most {@link #NOTE} characters, may be empty
     * @return empty when it lies there now; else why not
     */
    @Transactional
    public Optional<Why> doubt(DeclarationId id, String note, Officer by) {
        var row = mine(id, by);
        if (row.stage() != Stage.SUBMITTED) {
            return Optional.of(Why.NOT_WAITING);
        }
        var barred = reviews.barred(row, by);
        if (barred.isPresent()) {
            return barred;
        }
        var now = now();
        return bench.doubt(entropy.id(), id, by.id(), fit(note), now)
                ? Optional.empty()
                : Optional.of(Why.DOUBTED);
    }

    /** Takes one's own doubt back. */
    @Transactional
    public boolean noDoubt(DeclarationId id, Officer by) {
        mine(id, by);
        return bench.doubt(id).filter(open -> open.officer().equals(by.id())).isPresent()
                && bench.settle(id, by.id(), now());
    }

    /** "I know this person" (回避): no case of theirs is shown to him from now on. */
    @Transactional
    public void recuse(DeclarationId id, Officer by) {
        bench.recuse(by.id(), mine(id, by).person(), now());
        holds.letGo(id, by);
    }

    /**
     * Looks again at a drawn approval.
     *
     * @param confirmed whether it stands
     * @param note why not; needed then
     * @return empty when it is recorded; else why not
     */
    @Transactional
    public Optional<Why> look(DeclarationId id, boolean confirmed, String note, Officer by) {
        var row = mine(id, by);
        var drawn = looks.last(id).filter(one -> one.lookedAt().isEmpty());
        if (row.stage() != Stage.APPROVED || drawn.isEmpty()) {
            return Optional.of(Why.NOT_WAITING);
        }
        if (drawn.get().approvedBy().equals(by.id())) {
            return Optional.of(Why.DECIDED_BEFORE);
        }
        if (row.typedBy().equals(Optional.of(by.id()))) {
            return Optional.of(Why.OWN_WORK);
        }
        String why = fit(note);
        if (!confirmed && why.isEmpty()) {
            return Optional.of(Why.NO_REASON);
        }
        var now = now();
        var body = about(row).put("stands", confirmed).build();
        long index =
                ledger.append(new Act("declaration.relooked", now, List.of(by.id()), body)).index();
        if (!looks.look(id, drawn.get().step(), by.id(), confirmed, why, now, index)) {
            throw new IllegalStateException("looked at twice at once");
        }
        return Optional.empty();
    }

    /**
     * Opens an approval again that a second look doubted.
     *
     * @param reason shown to the declarant as it is
     * @param by a lead of the province who did not approve it
     * @return empty when it waits for review again; else why not
     * @throws Unreadable when the approval was used already, for instance in an award
     */
    @Transactional
    public Optional<Why> reopen(DeclarationId id, String reason, Officer by) {
        var row = mine(id, by);
        by.mustServe(Role.REVIEW_LEAD, row.province());
        if (row.stage() != Stage.APPROVED || looks.last(id).filter(SecondLook::doubted).isEmpty()) {
            return Optional.of(Why.NOT_WAITING);
        }
        if (steps.decidedBy(id, by.id())) {
            return Optional.of(Why.DECIDED_BEFORE);
        }
        String why = fit(reason);
        if (why.isEmpty()) {
            return Optional.of(Why.NO_REASON);
        }
        events.publishEvent(new DeclarationReopening(id, row.session(), row.admissionNumber()));
        var now = now();
        var body =
                about(row)
                        .put(
                                "reasonCommitment",
                                ledger.commit(about(row).put("reason", why).build().bytes()))
                        .build();
        long index =
                ledger.append(new Act("declaration.reopened", now, List.of(by.id()), body)).index();
        var step =
                new StepTable.Fresh(
                        row,
                        new Life.Transition(Stage.APPROVED, Life.Step.REOPEN, Stage.SUBMITTED),
                        now,
                        Optional.of(by.id()),
                        why,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        index);
        if (!steps.take(step)) {
            throw new IllegalStateException("reopened twice at once");
        }
        return Optional.empty();
    }

    private static Json.Building about(DeclarationRow row) {
        return Json.object()
                .put("submission", row.ledgerIndex())
                .put("session", row.session().value())
                .put("province", row.province().value());
    }

    private DeclarationRow mine(DeclarationId id, Officer by) {
        var row =
                table.find(id).orElseThrow(() -> new NoSuchElementException("no such declaration"));
        Reviews.mustReview(by, row.province());
        return row;
    }

    private static String fit(String note) {
        String said = note.strip();
        if (said.length() > NOTE) {
            var words =
                    new Words("说明不超过 " + NOTE + " 字", "a note has " + NOTE + " characters at most");
            throw new Unreadable(Fault.of("BENCH_NOTE", words, words));
        }
        return said;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

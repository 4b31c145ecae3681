package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.Life.Step;
import cutscore.server.declaration.ReviewOutcome.NotReviewed;
import cutscore.server.declaration.ReviewOutcome.Reviewed;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.declaration.eligibility.EligibilityRules;
import cutscore.server.declaration.eligibility.Hint;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reviewers' answers, each one transaction with its ledger entry and with what the rules had
 * found.
 */
@Component
final class Reviews {
    private static final Duration LONGEST_MENDING = Duration.ofDays(366);

    private final DeclarationTable table;
    private final StepTable steps;
    private final BenchTable bench;
    private final Afterwards afterwards;
    private final CaseReading reading;
    private final Ledger ledger;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Reviews(
            DeclarationTable table,
            StepTable steps,
            BenchTable bench,
            Afterwards afterwards,
            CaseReading reading,
            Ledger ledger,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.steps = steps;
        this.bench = bench;
        this.afterwards = afterwards;
        this.reading = reading;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * @throws cutscore.server.access.AccessRefused unless he reviews in that very province
     */
    static void mustReview(Officer by, DivisionCode province) {
        by.mustServe(
                by.roles().contains(Role.REVIEW_LEAD) ? Role.REVIEW_LEAD : Role.REVIEWER, province);
    }

    /** Records it now. */
    ReviewOutcome review(DeclarationId id, Decision decision, Officer by) {
        var found = table.find(id);
        if (found.isEmpty()) {
            return new NotReviewed(id, Why.NO_SUCH_DECLARATION);
        }
        var row = found.get();
        mustReview(by, row.province());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return objection(row, decision.review(), by, now)
                .<ReviewOutcome>map(why -> new NotReviewed(id, why))
                .orElseGet(() -> record(row, decision, by, now));
    }

    /** What speaks against this officer deciding so, as it stands now. */
    Optional<Why> objection(DeclarationRow row, Review review, Officer by) {
        return objection(row, review, by, clock.instant());
    }

    private Optional<Why> objection(DeclarationRow row, Review review, Officer by, Instant now) {
        if (Life.after(row.stage(), step(review)).isEmpty()) {
            return Optional.of(Why.NOT_WAITING);
        }
        var barred = barred(row, by);
        if (barred.isPresent()) {
            return barred;
        }
        if (review.clause().isBlank() || review.reasonIfAny().filter(String::isBlank).isPresent()) {
            return Optional.of(Why.NO_REASON);
        }
        if (!Ledger.mayStandIn(review.clause())) {
            return Optional.of(Why.CLAUSE_PERSONAL);
        }
        return mendUntil(review).flatMap(until -> term(until, now));
    }

    private static Optional<Why> term(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            return Optional.of(Why.MENDING_TOO_SHORT);
        }
        return until.isAfter(now.plus(LONGEST_MENDING))
                ? Optional.of(Why.MENDING_TOO_LONG)
                : Optional.empty();
    }

    /** Why this officer is not to decide this case at all. */
    Optional<Why> barred(DeclarationRow row, Officer by) {
        if (row.typedBy().equals(Optional.of(by.id())) || bench.typed(by.id(), row.id())) {
            return Optional.of(Why.OWN_WORK);
        }
        if (bench.recused(by.id(), row.person())) {
            return Optional.of(Why.RECUSED);
        }
        if (steps.decidedBy(row.id(), by.id())) {
            return Optional.of(Why.DECIDED_BEFORE);
        }
        return bench.doubt(row.id()).filter(open -> open.officer().equals(by.id())).isPresent()
                ? Optional.of(Why.OWN_DOUBT)
                : Optional.empty();
    }

    private ReviewOutcome record(DeclarationRow row, Decision decision, Officer by, Instant now) {
        var hints = EligibilityRules.hints(reading.of(row));
        var index = transaction.execute(status -> taken(row, decision, hints, by, now, status));
        return index.<ReviewOutcome>map(at -> new Reviewed(row.id(), to(row, decision), at))
                .orElseGet(() -> new NotReviewed(row.id(), Why.NOT_WAITING));
    }

    private static Stage to(DeclarationRow row, Decision decision) {
        return Life.after(row.stage(), step(decision.review())).orElseThrow();
    }

    /** Salts first, then the ledger, whose head stays locked until the commit. */
    private Optional<Long> taken(
            DeclarationRow row,
            Decision decision,
            List<Hint> hints,
            Officer by,
            Instant now,
            org.springframework.transaction.TransactionStatus status) {
        var review = decision.review();
        var found = ledger.commit(findings(row, hints).bytes());
        var act = new Act(kind(review), now, List.of(by.id()), body(row, review, found));
        long sequenced = ledger.append(act).index();
        boolean onAppeal = steps.waitsOnAppeal(row.id());
        var step = fresh(row, review, to(row, decision), by, now, sequenced);
        OptionalInt number = steps.taken(step);
        if (number.isEmpty()) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        afterwards.follow(row, number.getAsInt(), decision, by, now);
        afterwards.trace(row, number.getAsInt(), hints, found);
        events.publishEvent(reviewed(row, review, to(row, decision), onAppeal));
        return Optional.of(sequenced);
    }

    private static DeclarationReviewed reviewed(
            DeclarationRow row, Review review, Stage to, boolean onAppeal) {
        return new DeclarationReviewed(
                row.id(), row.session(), row.admissionNumber(), to, onAppeal, mendUntil(review));
    }

    private static Optional<Instant> mendUntil(Review review) {
        return review instanceof Review.Returned returned
                ? Optional.of(returned.mendUntil())
                : Optional.empty();
    }

    private static StepTable.Fresh fresh(
            DeclarationRow row, Review review, Stage to, Officer by, Instant now, long sequenced) {
        return new StepTable.Fresh(
                row,
                new Life.Transition(row.stage(), step(review), to),
                now,
                Optional.of(by.id()),
                review.reasonIfAny().orElse(""),
                review.clause(),
                mendUntil(review),
                Optional.empty(),
                sequenced);
    }

    private static Json.Obj findings(DeclarationRow row, List<Hint> hints) {
        return Json.object()
                .put("submission", row.ledgerIndex())
                .put("findings", TraceTable.json(hints))
                .build();
    }

    /**
     * Names the submission by its place in the ledger; the reason may be personal and is committed
     * to, with everything asked to be mended.
     */
    private Json.Obj body(DeclarationRow row, Review review, String found) {
        var body =
                Json.object()
                        .put("submission", row.ledgerIndex())
                        .put("session", row.session().value())
                        .put("province", row.province().value())
                        .put("clause", review.clause())
                        .put("findingsCommitment", found);
        review.reasonIfAny()
                .ifPresent(
                        reason ->
                                body.put(
                                        "reasonCommitment",
                                        ledger.commit(said(row, review, reason).bytes())));
        return body.build();
    }

    private static Json.Obj said(DeclarationRow row, Review review, String reason) {
        var said = Json.object().put("submission", row.ledgerIndex()).put("reason", reason);
        if (review instanceof Review.Returned returned && !returned.items().isEmpty()) {
            var items = new ArrayList<Json>();
            for (var one : returned.items()) {
                items.add(Json.object().put("item", one.item()).put("words", one.words()).build());
            }
            said.put("items", new Json.Arr(items));
        }
        return said.build();
    }

    private static String kind(Review review) {
        return switch (review) {
            case Review.Approved _ -> "declaration.approved";
            case Review.Returned _ -> "declaration.returned";
            case Review.Rejected _ -> "declaration.rejected";
        };
    }

    private static Step step(Review review) {
        return switch (review) {
            case Review.Approved _ -> Step.APPROVE;
            case Review.Returned _ -> Step.RETURN;
            case Review.Rejected _ -> Step.REJECT;
        };
    }
}

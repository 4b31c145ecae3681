package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.Life.Step;
import cutscore.server.declaration.ReviewOutcome.NotReviewed;
import cutscore.server.declaration.ReviewOutcome.Reviewed;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The reviewers' answers, each one transaction with its ledger entry. */
@Component
final class Reviews {
    private final DeclarationTable table;
    private final StepTable steps;
    private final Ledger ledger;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Reviews(
            DeclarationTable table,
            StepTable steps,
            Ledger ledger,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.steps = steps;
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

    ReviewOutcome review(DeclarationId id, Review review, Officer by) {
        var found = table.find(id);
        if (found.isEmpty()) {
            return new NotReviewed(id, Why.NO_SUCH_DECLARATION);
        }
        var row = found.get();
        mustReview(by, row.province());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var why = objection(row, review, by, now);
        return why.<ReviewOutcome>map(objection -> new NotReviewed(id, objection))
                .orElseGet(() -> record(row, review, by, now));
    }

    private static Optional<Why> objection(
            DeclarationRow row, Review review, Officer by, Instant now) {
        if (Life.after(row.stage(), step(review)).isEmpty()) {
            return Optional.of(Why.NOT_WAITING);
        }
        if (row.typedBy().equals(Optional.of(by.id()))) {
            return Optional.of(Why.OWN_WORK);
        }
        if (review.clause().isBlank() || review.reasonIfAny().filter(String::isBlank).isPresent()) {
            return Optional.of(Why.NO_REASON);
        }
        return review instanceof Review.Returned returned && !returned.mendUntil().isAfter(now)
                ? Optional.of(Why.MENDING_TOO_SHORT)
                : Optional.empty();
    }

    private ReviewOutcome record(DeclarationRow row, Review review, Officer by, Instant now) {
        var step = step(review);
        var to = Life.after(row.stage(), step).orElseThrow();
        var index =
                transaction.execute(
                        status -> {
                            long sequenced =
                                    ledger.append(
                                                    new Act(
                                                            kind(review),
                                                            now,
                                                            List.of(by.id()),
                                                            body(row, review)))
                                            .index();
                            boolean taken =
                                    steps.take(fresh(row, review, step, to, by, now, sequenced));
                            if (taken) {
                                events.publishEvent(reviewed(row, review, to));
                            } else {
                                status.setRollbackOnly();
                            }
                            return taken ? Optional.of(sequenced) : Optional.<Long>empty();
                        });
        return index.<ReviewOutcome>map(at -> new Reviewed(row.id(), to, at))
                .orElseGet(() -> new NotReviewed(row.id(), Why.NOT_WAITING));
    }

    private static DeclarationReviewed reviewed(DeclarationRow row, Review review, Stage to) {
        return new DeclarationReviewed(
                row.id(), row.session(), row.admissionNumber(), to, mendUntil(review));
    }

    private static Optional<Instant> mendUntil(Review review) {
        return review instanceof Review.Returned returned
                ? Optional.of(returned.mendUntil())
                : Optional.empty();
    }

    private static StepTable.Fresh fresh(
            DeclarationRow row,
            Review review,
            Step step,
            Stage to,
            Officer by,
            Instant now,
            long sequenced) {
        return new StepTable.Fresh(
                row,
                new Life.Transition(row.stage(), step, to),
                now,
                Optional.of(by.id()),
                review.reasonIfAny().orElse(""),
                review.clause(),
                mendUntil(review),
                Optional.empty(),
                sequenced);
    }

    /**
     * Names the submission by its place in the ledger; the reason may be personal and is committed
     * to.
     */
    private Json.Obj body(DeclarationRow row, Review review) {
        var body =
                Json.object()
                        .put("submission", row.ledgerIndex())
                        .put("session", row.session().value())
                        .put("province", row.province().value())
                        .put("clause", review.clause());
        review.reasonIfAny()
                .ifPresent(
                        reason ->
                                body.put(
                                        "reasonCommitment",
                                        ledger.commit(
                                                Json.object()
                                                        .put("submission", row.ledgerIndex())
                                                        .put("reason", reason)
                                                        .build()
                                                        .bytes())));
        return body.build();
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

package cutscore.server.declaration;

import cutscore.kernel.Words;
import cutscore.server.access.Officer;
import cutscore.server.database.Regularly;
import cutscore.server.database.Settings;
import cutscore.server.declaration.ReviewOutcome.NotReviewed;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes acts of held decisions, each in a transaction of its own. */
@Component
final class HeldDecisions {
    /** So many at most in one round; the rest comes with the next. */
    private static final int ROUND = 1000;

    private final Holds holds;
    private final Reviews reviews;
    private final TransactionTemplate transaction;

    HeldDecisions(Holds holds, Reviews reviews, TransactionTemplate transaction) {
        this.holds = holds;
        this.reviews = reviews;
        this.transaction = transaction;
    }

    /**
     * Every second; what is held lies in the database, so a restart loses none, and several nodes
     * share the work. A played session and a test take their own steps at their own time.
     */
    @Bean
    static Regularly heldDecisionRounds(HeldDecisions decisions, Settings settings) {
        return new Regularly(
                        "held-decisions",
                        Duration.ofSeconds(1),
                        decisions::recordDue,
                        new Words("审核结论未能记录，将重试", "held decisions were not recorded, trying again"))
                .onlyIf(!List.of("cycle", "test").contains(settings.environment()));
    }

    /** Records one without waiting. */
    ReviewOutcome recordNow(UUID held, Officer by) {
        return transaction.execute(
                _ ->
                        settle(
                                holds.mine(held, by)
                                        .filter(row -> row.failed().isEmpty())
                                        .orElseThrow(
                                                () ->
                                                        new NoSuchElementException(
                                                                "nothing is held"))));
    }

    /**
     * Records every one whose time has come. One that meets a fault of ours is tried again a minute
     * later; those behind it do not wait for it.
     *
     * @return how many became acts
     * @throws RuntimeException the first such fault, after all others were recorded
     */
    int recordDue() {
        int recorded = 0;
        Optional<RuntimeException> fault = Optional.empty();
        for (int turn = 0; turn < ROUND; turn++) {
            var tried = new AtomicReference<UUID>();
            try {
                var outcome = recordOne(tried);
                if (outcome.isEmpty()) {
                    break;
                }
                recorded += outcome.get() instanceof ReviewOutcome.Reviewed ? 1 : 0;
            } catch (RuntimeException e) {
                if (tried.get() == null) {
                    throw e;
                }
                holds.postpone(tried.get());
                fault = fault.or(() -> Optional.of(e));
            }
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        return recorded;
    }

    private Optional<ReviewOutcome> recordOne(AtomicReference<UUID> tried) {
        try {
            return transaction.execute(_ -> due(tried));
        } catch (UnexpectedRollbackException raced) {
            // It was withdrawn in this very moment: the next turn sees that, and says so.
            return transaction.execute(_ -> due(tried));
        }
    }

    private Optional<ReviewOutcome> due(AtomicReference<UUID> tried) {
        var held = holds.due();
        held.map(Holds.Row::id).ifPresent(tried::set);
        return held.map(this::settle);
    }

    private ReviewOutcome settle(Holds.Row held) {
        var outcome = reviews.review(held.declaration(), held.decision(), held.by());
        switch (outcome) {
            case ReviewOutcome.Reviewed _ -> holds.done(held.id());
            case NotReviewed(_, var why) -> holds.failed(held.id(), why);
        }
        return outcome;
    }
}

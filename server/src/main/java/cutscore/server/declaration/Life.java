package cutscore.server.declaration;

import static cutscore.server.declaration.Stage.APPROVED;
import static cutscore.server.declaration.Stage.REJECTED;
import static cutscore.server.declaration.Stage.RETURNED;
import static cutscore.server.declaration.Stage.SUBMITTED;
import static cutscore.server.declaration.Stage.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/**
 * The whole life of a declaration: what is not listed here does not happen. The table {@code
 * declaration.step_allowed} says the same to the database.
 */
public final class Life {

    /** What happens to a declaration after it was submitted. */
    public enum Step {
        APPROVE,
        RETURN,
        REJECT,
        RESUBMIT,
        WITHDRAW,
        /** Back to the officers: a doubted second look, or an appeal. */
        REOPEN
    }

    /** One line of the table. */
    public record Transition(Stage from, Step step, Stage to) {}

    public static final List<Transition> TRANSITIONS =
            List.of(
                    new Transition(SUBMITTED, Step.APPROVE, APPROVED),
                    new Transition(SUBMITTED, Step.RETURN, RETURNED),
                    new Transition(SUBMITTED, Step.REJECT, REJECTED),
                    new Transition(SUBMITTED, Step.WITHDRAW, WITHDRAWN),
                    new Transition(RETURNED, Step.RESUBMIT, SUBMITTED),
                    new Transition(RETURNED, Step.WITHDRAW, WITHDRAWN),
                    new Transition(APPROVED, Step.WITHDRAW, WITHDRAWN),
                    new Transition(APPROVED, Step.REOPEN, SUBMITTED),
                    new Transition(REJECTED, Step.REOPEN, SUBMITTED));

    private Life() {}

    /** Where the step leads, or empty when there is no such step from here. */
    public static Optional<Stage> after(Stage from, Step step) {
        return TRANSITIONS.stream()
                .filter(t -> t.from() == from && t.step() == step)
                .map(Transition::to)
                .findFirst();
    }
}

package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A declaration as its declarant and the province's reviewers see it.
 *
 * @param place the county the ground rests on
 * @param province who reviews it
 * @param typedByOfficer whether an officer typed it in (assisted)
 * @param mendUntil the last moment for a correction, while it is returned
 * @param employer as typed; empty unless the ground is work
 * @param evidenceUntil the last moment for evidence to follow; empty when none may
 * @param steps what happened, oldest first
 */
public record DeclarationView(
        DeclarationId id,
        String receipt,
        SessionId session,
        String admissionNumber,
        String qualification,
        DeclaredGround ground,
        DivisionCode place,
        DivisionCode province,
        Stage stage,
        boolean typedByOfficer,
        Instant arrivedAt,
        long ledgerIndex,
        Optional<Instant> mendUntil,
        String employer,
        Optional<Instant> evidenceUntil,
        List<StepView> steps) {

    public DeclarationView {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param reason the reviewer's words; empty where none was needed
     * @param clause the clause it rests on; empty for the declarant's own steps
     */
    public record StepView(
            Life.Step step, Stage to, Instant at, String reason, String clause, long ledgerIndex) {}

    /** Since when it waits where it is: its arrival, or its last step. */
    public Instant waitingSince() {
        return steps.isEmpty() ? arrivedAt : steps.getLast().at();
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "DeclarationView[" + id + ", " + stage + "]";
    }
}

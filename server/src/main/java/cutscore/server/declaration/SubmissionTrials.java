package cutscore.server.declaration;

import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The two ways in which a form can be committed, side by side, for measuring and nothing else. */
@Component
public class SubmissionTrials {
    private final Intake intake;

    SubmissionTrials(Intake intake) {
        this.intake = intake;
    }

    /** Every form a transaction of its own, however many wait. */
    public Function<DeclarationForm, Submission> alone() {
        return intake.plainUpTo(Integer.MAX_VALUE)::submit;
    }

    /** As served: together where many wait. */
    public Function<DeclarationForm, Submission> asServed() {
        return intake::submit;
    }
}

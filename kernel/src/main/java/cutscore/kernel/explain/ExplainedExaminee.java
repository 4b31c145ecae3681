package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.ExamineeTrace;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why one examinee is in or out, and what would change it. It holds an admission number, and
 * neither a name nor an identity number.
 *
 * @param rule by which the line was determined
 * @param examDay the day areas are judged for
 * @param registeredAt where they registered
 * @param place its whole name
 * @param key the line they are held against
 * @param trace what the engine counted
 * @param declared whether they have an approved declaration; empty when nobody says who declared
 * @param area what is known of the place
 * @param standard the key's outcome
 * @param obstacles what keeps them out; empty when they are in
 */
public record ExplainedExaminee(
        LineRule rule,
        LocalDate examDay,
        String admissionNumber,
        DivisionCode registeredAt,
        String place,
        Qualification qualification,
        String key,
        ExamineeTrace trace,
        Optional<Boolean> declared,
        AreaFact area,
        LineOutcome standard,
        ExplainedMarks marks,
        ExplainedOutcome outcome,
        List<Obstacle> obstacles) {
    public ExplainedExaminee {
        obstacles = List.copyOf(obstacles);
    }

    public boolean isIn() {
        return outcome != ExplainedOutcome.OUT;
    }

    /** Whether the dossier counts them among those who pass in the pool. */
    public boolean passesInThePool() {
        return trace.measured() && isIn();
    }

    /** Whether a separate-line certificate may follow: the line applies and the declaration too. */
    public boolean mayClaim() {
        return outcome == ExplainedOutcome.IN_BY_SEPARATE_LINE && declared.orElse(false);
    }

    /** What would change it, each by itself, if the line stayed as it is. */
    public List<ExplainedChange> changes() {
        return new ChangeWords(this).all();
    }

    /** In or out, in one sentence. */
    public Words headline() {
        return new ExplainedWords(this).headline();
    }

    /** The whole explanation, sentence by sentence. */
    public List<Words> sentences() {
        return new ExplainedWords(this).all();
    }

    /** The document: its canonical form is what is kept or compared. */
    public Json.Obj toJson() {
        return ExplainedJson.of(this);
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "ExplainedExaminee[" + key + ", " + outcome + "]";
    }
}

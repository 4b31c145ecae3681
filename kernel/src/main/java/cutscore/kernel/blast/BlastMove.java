package cutscore.kernel.blast;

import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.explain.ExplainedOutcome;
import cutscore.kernel.seal.Json;
import java.util.Optional;

/**
 * What a change does to one examinee. For officers only.
 *
 * @param before as the published line has it
 * @param kept with the inputs corrected and the published line kept
 * @param now with the line determined anew
 * @param atPublished from {@code before} to {@code kept}
 * @param atNow from {@code before} to {@code now}
 * @param mayClaimBefore whether a separate-line certificate could follow before
 * @param explained the explanations, for as many as were asked for
 */
public record BlastMove(
        String admissionNumber,
        String key,
        ExplainedOutcome before,
        ExplainedOutcome kept,
        ExplainedOutcome now,
        BlastKind atPublished,
        BlastKind atNow,
        boolean mayClaimBefore,
        Optional<Explained> explained) {

    /** The whole explanation before and after. */
    public record Explained(ExplainedExaminee before, ExplainedExaminee now) {}

    Json toJson() {
        var json =
                Json.object()
                        .put("admissionNumber", admissionNumber)
                        .put("key", key)
                        .put("before", before.word())
                        .put("atPublishedLine", kept.word())
                        .put("now", now.word())
                        .put("movesAtPublishedLine", atPublished.word())
                        .put("moves", atNow.word());
        explained.ifPresent(
                both ->
                        json.put("explainedBefore", both.before().toJson())
                                .put("explainedNow", both.now().toJson()));
        return json.build();
    }

    /** Says nothing of whose it is. */
    @Override
    public String toString() {
        return "BlastMove[" + key + ", " + atNow + "]";
    }
}

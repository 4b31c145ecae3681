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
 * @param claim whether a separate-line certificate may follow
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
        Claim claim,
        Optional<Explained> explained) {

    /** Whether the line applies and a declaration is approved: before, kept and now. */
    public record Claim(boolean before, boolean kept, boolean now) {}

    /** The whole explanation before and after. */
    public record Explained(ExplainedExaminee before, ExplainedExaminee now) {}

    /** The admission number with its middle hidden. */
    public String masked() {
        return masked(admissionNumber);
    }

    /** Any admission number with its middle hidden. */
    public static String masked(String admissionNumber) {
        int points = admissionNumber.codePointCount(0, admissionNumber.length());
        int shown = points >= 8 ? 3 : points >= 4 ? 1 : 0;
        int begin = admissionNumber.offsetByCodePoints(0, Math.min(shown, 2));
        int end = admissionNumber.offsetByCodePoints(admissionNumber.length(), -shown);
        return admissionNumber.substring(0, begin)
                + "*".repeat(points - shown - Math.min(shown, 2))
                + admissionNumber.substring(end);
    }

    Json toJson() {
        var json =
                Json.object()
                        .put("admissionNumber", admissionNumber)
                        .put("key", key)
                        .put("before", before.word())
                        .put("atPublishedLine", kept.word())
                        .put("now", now.word())
                        .put("movesAtPublishedLine", atPublished.word())
                        .put("moves", atNow.word())
                        .put("mayClaimBefore", claim.before())
                        .put("mayClaimAtPublishedLine", claim.kept())
                        .put("mayClaimNow", claim.now());
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

package cutscore.kernel.blast;

import cutscore.kernel.Words;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.RateComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change does to one key.
 *
 * @param published as the dossier has it
 * @param now what comes out of the changed inputs
 * @param holds the inequality at the published line with the changed counts; empty where the
 *     national line was published, or nobody is left to measure
 * @param fails the same at the line that exceeded the rate before, if there was one
 * @param atPublished how many people move, by kind, with the published line kept
 * @param atNow the same with the line determined anew
 */
public record BlastKey(
        MeasuredKey published,
        MeasuredKey now,
        Optional<RateComparison> holds,
        Optional<RateComparison> fails,
        Map<BlastKind, Long> atPublished,
        Map<BlastKind, Long> atNow) {
    public BlastKey {
        atPublished = Map.copyOf(atPublished);
        atNow = Map.copyOf(atNow);
    }

    public String key() {
        return published.key();
    }

    /** Whether the published line keeps the rate with the changed counts. */
    public boolean stillHolds() {
        return switch (published.outcome()) {
            case SeparateLine _ -> holds.filter(RateComparison::holds).isPresent();
            case LineOutcome.NationalLineStands _ -> true;
        };
    }

    /** Whether a new determination gives the published line again. */
    public boolean stillTheLine() {
        return isSame(published.outcome(), now.outcome());
    }

    /** Whether people are held against the same marks, whatever the counts are. */
    static boolean isSame(LineOutcome one, LineOutcome other) {
        return switch (one) {
            case SeparateLine before ->
                    other instanceof SeparateLine after && before.line().equals(after.line());
            case LineOutcome.NationalLineStands _ ->
                    other instanceof LineOutcome.NationalLineStands;
        };
    }

    /** How many people move that way when the line is determined anew. */
    public long moving(BlastKind kind) {
        return atNow.getOrDefault(kind, 0L);
    }

    /** How many move that way when the published line is kept. */
    public long movingAtPublished(BlastKind kind) {
        return atPublished.getOrDefault(kind, 0L);
    }

    /** All of it, sentence by sentence. */
    public List<Words> sentences() {
        return new BlastWords(this).all();
    }

    /** The published line in words. */
    public Words publishedLine() {
        return BlastWords.line(published.outcome());
    }

    /** What a new determination would give, in words. */
    public Words lineNow() {
        return BlastWords.line(now.outcome());
    }
}

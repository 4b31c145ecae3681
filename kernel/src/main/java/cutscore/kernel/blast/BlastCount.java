package cutscore.kernel.blast;

import cutscore.kernel.explain.ExplainedLine;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.LineSolver;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The second time through the roster: who moves. */
public final class BlastCount {
    private final LineRule rule;
    private final int changes;
    private final ChangedInputs changed;
    private final List<MeasuredKey> published;
    private final Map<String, KeyCounts> counts;
    private final Map<String, MeasuredKey> now;
    private final int explained;
    private final ExplainedLine before;
    private final ExplainedLine kept;
    private final ExplainedLine after;
    private final Set<String> otherLines = new HashSet<>();
    private final List<BlastMove> moves = new ArrayList<>();
    private final Map<String, Map<BlastKind, Long>> atPublished = new HashMap<>();
    private final Map<String, Map<BlastKind, Long>> atNow = new HashMap<>();

    BlastCount(
            LineRule rule,
            PoolFacts facts,
            int changes,
            ChangedInputs changed,
            List<MeasuredKey> published,
            List<KeyCounts> counts,
            List<MeasuredKey> now,
            int explained) {
        this.rule = rule;
        this.changes = changes;
        this.changed = changed;
        this.published = published;
        this.counts = counts.stream().collect(byKey(KeyCounts::key));
        this.now = now.stream().collect(byKey(MeasuredKey::key));
        this.explained = explained;
        this.before = new ExplainedLine(rule, published, facts);
        this.kept = before.over(changed.facts());
        this.after = new ExplainedLine(rule, now, changed.facts());
        for (MeasuredKey key : published) {
            if (!BlastKey.isSame(key.outcome(), now(key).outcome())) {
                otherLines.add(key.key());
            }
        }
    }

    private static <T> java.util.stream.Collector<T, ?, Map<String, T>> byKey(
            Function<T, String> key) {
        return Collectors.toMap(key, one -> one);
    }

    private MeasuredKey now(MeasuredKey key) {
        return Objects.requireNonNull(now.get(key.key()));
    }

    /** Every examinee of the roster again, unchanged and in the same order. */
    public void add(Examinee examinee) {
        boolean touched = changed.touches(examinee);
        if (!touched && !otherLines.contains(rule.keyOf(examinee.qualification()))) {
            return;
        }
        var corrected = changed.of(examinee);
        var was = before.explain(examinee);
        var atSameLine = kept.explain(corrected);
        var is = after.explain(corrected);
        var kindKept = BlastKind.between(was, atSameLine);
        var kindNow = BlastKind.between(was, is);
        if (kindKept == BlastKind.UNCHANGED && kindNow == BlastKind.UNCHANGED) {
            return;
        }
        count(atPublished, was.key(), kindKept);
        count(atNow, was.key(), kindNow);
        var both =
                moves.size() < explained
                        ? Optional.of(new BlastMove.Explained(was, is))
                        : Optional.<BlastMove.Explained>empty();
        moves.add(
                new BlastMove(
                        examinee.admissionNumber(),
                        was.key(),
                        was.outcome(),
                        atSameLine.outcome(),
                        is.outcome(),
                        kindKept,
                        kindNow,
                        new BlastMove.Claim(was.mayClaim(), atSameLine.mayClaim(), is.mayClaim()),
                        both));
    }

    private static void count(
            Map<String, Map<BlastKind, Long>> counts, String key, BlastKind kind) {
        counts.computeIfAbsent(key, _ -> new EnumMap<>(BlastKind.class)).merge(kind, 1L, Long::sum);
    }

    /** After the whole roster. */
    public BlastReport report() {
        return new BlastReport(
                rule,
                changes,
                published.stream().map(this::key).toList(),
                changed.facts().removed(),
                moves);
    }

    private BlastKey key(MeasuredKey key) {
        var separate =
                key.outcome() instanceof SeparateLine line
                        ? Optional.of(line)
                        : Optional.<SeparateLine>empty();
        return new BlastKey(
                key,
                now(key),
                separate.map(SeparateLine::line).flatMap(line -> compare(key.key(), line)),
                separate.flatMap(SeparateLine::fails)
                        .map(RateComparison::at)
                        .flatMap(line -> compare(key.key(), line)),
                atPublished.getOrDefault(key.key(), Map.of()),
                atNow.getOrDefault(key.key(), Map.of()));
    }

    /** Empty where nobody is left to measure: then there is no rate. */
    private Optional<RateComparison> compare(String key, PassingLine line) {
        return Optional.ofNullable(counts.get(key))
                .filter(left -> left.examinees() > 0 && left.pool().people() > 0)
                .map(left -> new LineSolver(rule).compare(left, line));
    }
}

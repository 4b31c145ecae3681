package cutscore.server.line;

import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counts of the snapshots that analysts think with, in memory. An agreed snapshot never changes, so
 * nothing here grows old; the one that was not asked for longest makes room.
 */
@Component
final class HeldCounts {
    private static final int MOST = 64;

    private final Map<Settings, List<KeyCounts>> held =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Settings, List<KeyCounts>> eldest) {
                    return size() > MOST;
                }
            };

    /** What counts depend on: not the grid, not the line, not who chose what. */
    private record Settings(
            SnapshotId snapshot,
            LineRule.Key key,
            boolean joint,
            Score national,
            LineRule.Sat sat,
            LineRule.Pool pool) {}

    List<KeyCounts> of(SnapshotId snapshot, LineRule rule, Supplier<List<KeyCounts>> counting) {
        boolean joint = !(rule.shape() instanceof Shape.Uniform);
        var settings =
                new Settings(snapshot, rule.key(), joint, rule.national(), rule.sat(), rule.pool());
        return find(settings)
                .orElseGet(
                        () -> {
                            var counted = List.copyOf(counting.get());
                            keep(settings, counted);
                            return counted;
                        });
    }

    private synchronized Optional<List<KeyCounts>> find(Settings settings) {
        return Optional.ofNullable(held.get(settings));
    }

    private synchronized void keep(Settings settings, List<KeyCounts> counted) {
        held.put(settings, counted);
    }
}

package cutscore.server.line.web.workbench;

import cutscore.server.line.Scenarios;
import cutscore.server.line.Snapshot;
import cutscore.server.line.SnapshotId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Snapshots that were looked at lately, kept as counts in memory: the first look reads the roster,
 * every other costs milliseconds. Two at a time, eight bytes an examinee.
 */
@Component
final class HeadcountShelf {
    private static final int MOST = 2;

    private final Scenarios scenarios;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<SnapshotId, Headcount> kept = new LinkedHashMap<>(4, 0.75f, true);

    HeadcountShelf(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * @param snapshot agreed to
     * @throws cutscore.server.line.LineRefused when its roster is no longer the sealed one
     */
    Headcount of(Snapshot snapshot) {
        reading.lock();
        try {
            var known = kept.get(snapshot.id());
            if (known != null) {
                return known;
            }
            var fresh = read(snapshot);
            kept.put(snapshot.id(), fresh);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            return fresh;
        } finally {
            reading.unlock();
        }
    }

    private Headcount read(Snapshot snapshot) {
        var taking = new Headcount.Taking();
        scenarios.examinees(snapshot.id(), taking::add);
        return taking.taken();
    }
}

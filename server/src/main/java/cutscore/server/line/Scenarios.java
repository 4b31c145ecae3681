package cutscore.server.line;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what-ifs: any rule on an agreed snapshot, and scenarios that were named and frozen.
 * No number before the data are agreed to. A scenario is no official act: nothing follows from it,
 * so the ledger has no entry of it; it is kept for ever and its digest tells whether it is the
 * same.
 */
@Component
public class Scenarios {
    private static final int LONGEST_NAME = 60;

    private final ScenarioTable table;
    private final SnapshotTable snapshots;
    private final Workings workings;
    private final HeldCounts held;
    private final Entropy entropy;
    private final InstantSource clock;

    Scenarios(
            ScenarioTable table,
            SnapshotTable snapshots,
            Workings workings,
            HeldCounts held,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.snapshots = snapshots;
        this.workings = workings;
        this.held = held;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Everything the rule's line depends on, key by key. Held in memory: another grid or another
     * line on the same settings costs no second reading of the roster.
     *
     * @throws LineRefused when the snapshot is not agreed to, of another session, or its roster has
     *     changed since
     * @throws cutscore.kernel.Unreadable when the rule does not fit the roster
     */
    @Transactional(readOnly = true)
    public List<KeyCounts> counts(SnapshotId from, LineRule rule) {
        var snapshot = snapshot(from);
        return held.of(from, rule, () -> workings.counts(snapshot, rule));
    }

    /** Takes one examinee of a snapshot, with what decides about the pool. */
    @FunctionalInterface
    public interface EachExaminee {
        /**
         * @param inArea registered in a line area
         * @param declared with an approved declaration
         */
        void take(Examinee examinee, boolean inArea, boolean declared);
    }

    /**
     * Every examinee of a snapshot as a stream, without anything that tells who it is: for whoever
     * counts in another way than a rule does, by county or by subject.
     *
     * @throws LineRefused when the snapshot is not agreed to; or after the last of them, when they
     *     are not the rows that were sealed, and nothing made of them may be kept
     */
    @Transactional(readOnly = true)
    public void examinees(SnapshotId from, EachExaminee each) {
        workings.examinees(snapshot(from), each);
    }

    /**
     * What the rule makes of the snapshot. Nothing is proposed by it.
     *
     * @throws LineRefused as {@link #counts}
     */
    @Transactional(readOnly = true)
    public Dossier measured(SnapshotId from, LineRule rule) {
        return workings.dossier(snapshot(from), rule, counts(from, rule));
    }

    /**
     * Names and freezes what was tried.
     *
     * @param considered a line that was looked at
     * @throws LineRefused as {@link #counts}, or when the name is none or taken
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional
    public ScenarioId freeze(
            SnapshotId from,
            String name,
            LineRule rule,
            Optional<PassingLine> considered,
            Officer analyst) {
        analyst.must(Role.ANALYST);
        String kept = name.strip();
        int length = kept.codePointCount(0, kept.length());
        if (length < 1 || length > LONGEST_NAME || kept.chars().anyMatch(Character::isISOControl)) {
            throw new LineRefused(LineRefusal.SCENARIO_NAME);
        }
        var inputs = snapshot(from).inputs();
        String keys = Digest.hex(measured(from, rule).toJson().get("keys").bytes());
        var id = new ScenarioId(entropy.id());
        boolean added =
                table.insert(
                        new Scenario(
                                id,
                                from,
                                kept,
                                rule,
                                considered,
                                keys,
                                Scenario.digest(inputs, rule, considered, keys),
                                analyst.id(),
                                clock.instant()));
        if (!added) {
            throw new LineRefused(LineRefusal.SCENARIO_NAME);
        }
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<Scenario> find(ScenarioId id) {
        return table.find(id);
    }

    /** Every scenario of a snapshot, the oldest first. */
    @Transactional(readOnly = true)
    public List<Scenario> of(SnapshotId snapshot) {
        return table.of(snapshot);
    }

    /** Whether the snapshot and the rule still give what was frozen. */
    @Transactional(readOnly = true)
    public boolean isReproduced(Scenario scenario) {
        String keys =
                Digest.hex(
                        measured(scenario.snapshot(), scenario.rule())
                                .toJson()
                                .get("keys")
                                .bytes());
        var inputs = snapshot(scenario.snapshot()).inputs();
        return keys.equals(scenario.keysDigest())
                && Scenario.digest(inputs, scenario.rule(), scenario.considered(), keys)
                        .equals(scenario.digest());
    }

    private Snapshot snapshot(SnapshotId id) {
        return snapshots
                .find(id)
                .orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
    }
}

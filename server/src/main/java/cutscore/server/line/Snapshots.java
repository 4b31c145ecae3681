package cutscore.server.line;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to snapshots: what a line is determined from, sealed by one person and agreed to by
 * another, who types the control totals before any result exists.
 */
@Component
public class Snapshots {
    private final SnapshotTable table;
    private final Gathering gathering;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Snapshots(
            SnapshotTable table,
            Gathering gathering,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.gathering = gathering;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * The provinces with line areas in scope and how far their declarations are, before sealing.
     *
     * @throws LineRefused when the session was not opened here
     */
    @Transactional(readOnly = true)
    public List<ProvinceWindow> provinces(SessionId session, AreaScope scope) {
        return gathering.provinces(session, scope, clock.instant());
    }

    /**
     * Seals what stands now: the confirmed roster, the areas in scope, the approved declarations.
     * Sent again by the same analyst while nothing has changed it is the same snapshot.
     *
     * @param missing provinces whose window is not closed and that are not waited for
     * @throws LineRefused when a province is neither closed nor named, or a named one is not
     *     missing; without a confirmed roster or line areas
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional
    public SnapshotId seal(
            SessionId session, AreaScope scope, List<MissingProvince> missing, Officer analyst) {
        analyst.must(Role.ANALYST);
        table.oneAtATime(session);
        var now = clock.instant();
        var gathered = gathering.gather(session, scope, now);
        var roll = gathering.roll(session, gathered, missing, now);
        var waiting =
                table.all().stream()
                        .filter(s -> s.waitsFor(session, scope, gathered.inputs(), roll))
                        .filter(s -> s.by().equals(analyst.id()))
                        .findFirst();
        return waiting.map(Snapshot::id)
                .orElseGet(() -> seal(session, scope, gathered, roll, analyst, now));
    }

    private SnapshotId seal(
            SessionId session,
            AreaScope scope,
            Gathering.Gathered gathered,
            Provinces.Roll roll,
            Officer analyst,
            Instant now) {
        var id = new SnapshotId(entropy.id());
        var body =
                Json.object()
                        .put("snapshot", id.toString())
                        .put("session", session.value())
                        .put("areas", scope.word())
                        .put("inputs", gathered.inputs().toJson())
                        .put("closed", Json.texts(codes(roll.closed(), c -> c.province().value())))
                        .put(
                                "missing",
                                Json.texts(codes(roll.missing(), m -> m.province().value())))
                        .build();
        long index =
                ledger.append(new Act("snapshot.sealed", now, List.of(analyst.id()), body)).index();
        var snapshot =
                new Snapshot(
                        id,
                        session,
                        scope,
                        gathered.inputs(),
                        roll.closed(),
                        roll.missing(),
                        analyst.id(),
                        now,
                        index,
                        0,
                        Optional.empty());
        table.insert(snapshot, gathered.files());
        return id;
    }

    /**
     * The second person types what he counted from the files; only when all of it is right is the
     * snapshot agreed to. A wrong typing is counted and changes nothing else.
     *
     * @param second an analyst who did not seal it
     * @throws cutscore.server.access.SamePerson when he did
     * @throws LineRefused when it was agreed before, or typed wrongly {@value
     *     Snapshot#MOST_ATTEMPTS} times
     */
    @Transactional
    public Typing agree(SnapshotId id, TypedTotals typed, Officer second) {
        second.must(Role.ANALYST);
        var snapshot =
                table.hold(id).orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
        snapshot.mayBeTypedBy(second.id());
        var now = clock.instant();
        var differing = typed.differing(snapshot.inputs());
        table.insertTyping(id, second.id(), now, differing);
        if (!differing.isEmpty()) {
            return new Typing.Differs(differing, Snapshot.MOST_ATTEMPTS - snapshot.attempts() - 1);
        }
        var by = List.of(snapshot.by(), second.id());
        var body =
                Json.object()
                        .put("snapshot", id.toString())
                        .put("inputs", snapshot.inputs().digest())
                        .put("attempts", snapshot.attempts() + 1)
                        .build();
        long index = ledger.append(new Act("snapshot.agreed", now, by, body)).index();
        table.insertAgreement(id, second.id(), now, index);
        return new Typing.Agreed();
    }

    @Transactional(readOnly = true)
    public Optional<Snapshot> find(SnapshotId id) {
        return table.find(id);
    }

    /** Every snapshot there is, the newest first. */
    @Transactional(readOnly = true)
    public List<Snapshot> all() {
        return table.all();
    }

    /**
     * The line areas as the CSV file of the snapshot.
     *
     * @throws LineRefused when there is no such snapshot
     */
    @Transactional(readOnly = true)
    public byte[] areasCsv(SnapshotId id) {
        return files(id).areasCsv();
    }

    /**
     * The admission numbers with an approved declaration, as the CSV file of the snapshot; for
     * officers only.
     *
     * @throws LineRefused when there is no such snapshot
     */
    @Transactional(readOnly = true)
    public byte[] declaredCsv(SnapshotId id) {
        return files(id).declaredCsv();
    }

    /** What has changed since the snapshot was sealed, by input; empty while it may be used. */
    @Transactional(readOnly = true)
    public List<String> changed(Snapshot snapshot) {
        return gathering.changed(snapshot, clock.instant());
    }

    private SnapshotTable.Files files(SnapshotId id) {
        return table.files(id).orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
    }

    private static <T> List<String> codes(
            List<T> provinces, java.util.function.Function<T, String> code) {
        return provinces.stream().map(code).toList();
    }
}

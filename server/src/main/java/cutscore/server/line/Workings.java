package cutscore.server.line;

import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands a sealed snapshot to the kernel, and to the second engine. Everything is hashed again
 * before anything is computed; what was sealed and is no longer so stops the work.
 */
@Component
record Workings(Gathering gathering, SnapshotTable snapshots, SecondEngine second) {

    /** What a determination leaves. */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(byte[] dossier, byte[] pack) {}

    /**
     * @throws LineRefused when the snapshot is not agreed to, or its inputs have changed since
     */
    Made determine(Snapshot snapshot, LineRule rule, Instant now) {
        requireAgreed(snapshot, rule);
        var changed = gathering.changed(snapshot, now);
        if (!changed.isEmpty()) {
            throw new LineRefused(LineRefusal.INPUTS_CHANGED, String.join("、", changed));
        }
        var counts = counts(snapshot, rule);
        return new Made(
                dossier(snapshot, rule, counts).bytes(), PublicPack.of(rule, counts).bytes());
    }

    /** What the rule makes of these counts, with the names of what was sealed. */
    Dossier dossier(Snapshot snapshot, LineRule rule, List<KeyCounts> counts) {
        return Dossier.of(rule, counts, snapshot.inputs().forDossier(), offRecord(snapshot))
                .missing(snapshot.missing());
    }

    /**
     * The keys once more, by the second engine, from what was sealed and nothing else. A late
     * change outside does not reach it; a changed byte inside stops it.
     *
     * @throws LineRefused when what was sealed is no longer so
     */
    Json again(Snapshot snapshot, LineRule rule) {
        requireAgreed(snapshot, rule);
        var lists = lists(snapshot);
        return second.keys(
                new SecondEngine.Given(
                        rule,
                        Qualifications.builtIn(),
                        lists.areas(),
                        lists.declared()::contains,
                        each -> gathering.examinees(snapshot, each)));
    }

    /**
     * Everything the rule's line depends on, read from what was sealed.
     *
     * @throws LineRefused when the snapshot is not agreed to, or what was sealed is no longer so
     * @throws cutscore.kernel.Unreadable when the rule does not fit the roster
     */
    List<KeyCounts> counts(Snapshot snapshot, LineRule rule) {
        requireAgreed(snapshot, rule);
        return streamed(snapshot, rule).counts();
    }

    /**
     * Streams the examinees of what was sealed.
     *
     * @throws LineRefused when the snapshot is not agreed to, or what was sealed is no longer so
     */
    void examinees(Snapshot snapshot, Scenarios.EachExaminee each) {
        requireAgreed(snapshot);
        var lists = lists(snapshot);
        gathering.examinees(
                snapshot,
                examinee ->
                        each.take(
                                examinee,
                                lists.areas().contains(examinee.division()),
                                lists.declared().contains(examinee.admissionNumber())));
    }

    private SealedLists lists(Snapshot snapshot) {
        var files =
                snapshots
                        .files(snapshot.id())
                        .orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
        return SealedLists.read(snapshot.inputs(), files, gathering.examDay(snapshot.session()));
    }

    private LineDetermination streamed(Snapshot snapshot, LineRule rule) {
        var lists = lists(snapshot);
        var determination =
                new LineDetermination(
                        rule, lists.areas(), lists.declared()::contains, Qualifications.builtIn());
        gathering.examinees(snapshot, determination::add);
        return determination;
    }

    private static void requireAgreed(Snapshot snapshot) {
        if (!snapshot.isAgreed()) {
            throw new LineRefused(LineRefusal.SNAPSHOT_NOT_AGREED);
        }
    }

    private static void requireAgreed(Snapshot snapshot, LineRule rule) {
        requireAgreed(snapshot);
        if (!rule.session().equals(snapshot.session())) {
            throw new LineRefused(LineRefusal.OTHER_SESSION);
        }
    }

    /** A day that is on record in the kernel is not handed in, as the command line would not. */
    private Optional<LocalDate> offRecord(Snapshot snapshot) {
        SessionId session = snapshot.session();
        return ExamDays.first(session).isPresent()
                ? Optional.empty()
                : Optional.of(gathering.examDay(session));
    }
}

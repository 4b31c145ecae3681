package cutscore.server.line;

import cutscore.kernel.blast.BlastRadius;
import cutscore.kernel.blast.BlastReport;
import cutscore.kernel.blast.InputChanges;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.explain.ExplainedLine;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.roster.Examinee;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for asking again: why an examinee is in or out of a proposed line, and what a correction
 * would do to it. Reads the sealed snapshot and the stored dossier; changes nothing.
 */
@Component
public class Recounts {
    /** For how many people a report keeps the explanations before and after. */
    private static final int EXPLAINED = 50;

    private final LineTable table;
    private final SnapshotTable snapshots;
    private final Gathering gathering;
    private final Rosters rosters;

    Recounts(LineTable table, SnapshotTable snapshots, Gathering gathering, Rosters rosters) {
        this.table = table;
        this.snapshots = snapshots;
        this.gathering = gathering;
        this.rosters = rosters;
    }

    /** A proposal with everything it was determined from. */
    private record Base(Dossier dossier, Snapshot snapshot, PoolFacts facts) {}

    /**
     * Why an examinee is in or out.
     *
     * @return empty when nobody on the roster has that number
     * @throws LineRefused when there is no such proposal, its result is hidden from the officer, or
     *     what was sealed is no longer so
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional(readOnly = true)
    public Optional<ExplainedExaminee> explain(
            ProposalId id, String admissionNumber, Officer analyst) {
        var base = base(id, analyst);
        var line = new ExplainedLine(base.dossier().rule(), base.dossier().keys(), base.facts());
        return rosters.find(base.snapshot().session(), admissionNumber)
                .map(Recounts::examinee)
                .map(line::explain);
    }

    /**
     * What changes of the inputs would do to the line and to whom. Streams the roster twice.
     *
     * @param changes a CSV file as {@link InputChanges} reads it
     * @throws cutscore.kernel.Unreadable with every fault of the changes
     * @throws LineRefused as {@link #explain} does
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional(readOnly = true)
    public BlastReport blast(ProposalId id, String changes, Officer analyst) {
        var base = base(id, analyst);
        var blast =
                new BlastRadius(
                        base.dossier().rule(),
                        base.facts(),
                        read(changes),
                        Qualifications.builtIn(),
                        Divisions.builtIn());
        gathering.examinees(base.snapshot(), blast::add);
        var count = blast.recounted(base.dossier().keys(), EXPLAINED);
        gathering.examinees(base.snapshot(), count::add);
        return count.report();
    }

    private Base base(ProposalId id, Officer analyst) {
        analyst.must(Role.ANALYST);
        var state =
                table.find(id).orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
        if (!state.shows(analyst.id())) {
            throw new LineRefused(LineRefusal.RESULT_NOT_SHOWN);
        }
        var snapshot =
                snapshots
                        .find(state.proposal().snapshot())
                        .orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
        var files =
                table.files(id).orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
        var dossier = Dossier.read("dossier", LineTable.text(files.dossier()));
        return new Base(dossier, snapshot, facts(snapshot, files));
    }

    private PoolFacts facts(Snapshot snapshot, ProposalFiles files) {
        var examDay = gathering.examDay(snapshot.session());
        var sealed = new SnapshotTable.Files(files.areasCsv(), files.declaredCsv());
        var lists = SealedLists.read(snapshot.inputs(), sealed, examDay);
        try {
            var areas = AreaList.read(CsvSource.of("areas", files.areasCsv()), Divisions.builtIn());
            return PoolFacts.of(
                    areas, examDay, Optional.of(lists.declared().numbers()), Divisions.builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputChanges read(String changes) {
        try {
            return InputChanges.read(
                    CsvSource.of("changes", changes),
                    Qualifications.builtIn(),
                    Divisions.builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without name and person: the same an engine sees. */
    private static Examinee examinee(RosterEntry entry) {
        return new Examinee(
                entry.admissionNumber(),
                entry.division(),
                entry.qualification(),
                entry.scores(),
                entry.voided(),
                null,
                null,
                null);
    }
}

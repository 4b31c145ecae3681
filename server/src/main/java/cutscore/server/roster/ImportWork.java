package cutscore.server.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.seal.Digest;
import cutscore.server.access.Officer;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.roster.ImportTable.Claim;
import cutscore.server.roster.RosterUpload.Stage;
import cutscore.server.roster.RosterUpload.Trial;
import cutscore.sheet.ErrorWorkbook;
import cutscore.sheet.TableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads uploaded files in the background, one at a time, and tells how far it is. */
@Component
class ImportWork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int FAULTS_KEPT = 20_000;
    private static final int FAULTS_SHOWN = 200;
    private static final int ROWS_A_BEAT = 5_000;
    private static final int SECONDS_A_BEAT = 15;

    private final ImportTable uploads;
    private final ImportPieces pieces;
    private final RosterTable rosters;
    private final TrialTable trials;
    private final IdentityVault vault;
    private final Rosters door;
    private final Exams exams;
    private final TransactionTemplate transaction;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("imports").factory());

    /** Beside the worker, which may be long at one file. */
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("imports-heart").factory());

    private final Set<Claim> held = ConcurrentHashMap.newKeySet();

    ImportWork(
            ImportTable uploads,
            ImportPieces pieces,
            RosterTable rosters,
            TrialTable trials,
            IdentityVault vault,
            Rosters door,
            Exams exams,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.pieces = pieces;
        this.rosters = rosters;
        this.trials = trials;
        this.vault = vault;
        this.door = door;
        this.exams = exams;
        this.transaction = transaction;
        var _ =
                heart.scheduleWithFixedDelay(
                        this::beat, SECONDS_A_BEAT, SECONDS_A_BEAT, TimeUnit.SECONDS);
    }

    void tryOut(RosterUpload upload) {
        uploads.claim(upload.id(), Stage.WAITING, Stage.READING)
                .ifPresent(claim -> queue(claim, () -> tryOut(upload, claim)));
    }

    /** The trial itself; nothing, once the claim has passed to another. */
    void tryOut(RosterUpload upload, Claim claim) {
        guarded(
                upload,
                claim,
                Stage.BROKEN,
                table -> transaction.executeWithoutResult(_ -> trial(upload, claim, table)));
    }

    void take(RosterUpload upload, Officer by) {
        uploads.claim(upload.id(), Stage.SOUND, Stage.IMPORTING)
                .ifPresent(claim -> queue(claim, () -> take(upload, claim, by)));
    }

    /** The import itself; nothing, once the claim has passed to another. */
    void take(RosterUpload upload, Claim claim, Officer by) {
        guarded(upload, claim, Stage.SOUND, table -> imported(upload, claim, table, by));
    }

    /** What waits behind a long file is still held: its heart beats, and nobody claims it again. */
    private void queue(Claim claim, Runnable work) {
        held.add(claim);
        worker.execute(
                () -> {
                    try {
                        work.run();
                    } finally {
                        held.remove(claim);
                    }
                });
    }

    private void beat() {
        for (var claim : held) {
            try {
                uploads.beat(claim);
            } catch (RuntimeException away) {
                LOG.warn("import {} has no heartbeat: {}", claim.upload(), away.getClass());
            }
        }
    }

    private interface Step {
        void with(TableFile table) throws IOException;
    }

    /** Somebody else has claimed, or dropped, the file. */
    private static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Fenced() {
            super("fenced", null, false, false);
        }

        static void unless(boolean mine) {
            if (!mine) {
                throw new Fenced();
            }
        }
    }

    private void guarded(RosterUpload upload, Claim claim, Stage otherwise, Step step) {
        try {
            Fenced.unless(uploads.beat(claim));
            Path file = pieces.restore(upload.id());
            try (var table = TableFile.open(file, upload.fileName(), FAULTS_KEPT)) {
                step.with(table);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Fenced late) {
            LOG.info("import {} has passed to another worker, or was dropped", upload.id());
        } catch (Unreadable refused) {
            told(upload, claim, otherwise, refused.faults());
        } catch (IOException | RuntimeException e) {
            // Without the message, which may quote a row.
            LOG.error("import {} was not finished: {}", upload.id(), e.getClass().getName());
            told(upload, claim, otherwise, List.of(ours()));
        }
    }

    private static Fault ours() {
        return Fault.of(
                "IMPORT_UNFINISHED",
                new Words("没有读完，是系统的问题", "not finished, by a failure of ours"),
                new Words("请再试一次；仍不行请联系系统管理员", "try again, or tell the administrator"));
    }

    private void told(RosterUpload upload, Claim claim, Stage stage, List<Fault> faults) {
        var none = new Trial(0, faults.size(), 0, 0, 0, 0, 0, 0, Optional.empty());
        var trial = stage == Stage.SOUND ? upload.trial() : none;
        var lines = faults.stream().limit(FAULTS_SHOWN).map(f -> line(f, "")).toList();
        uploads.found(claim, stage, trial, lines);
    }

    private void trial(RosterUpload upload, Claim claim, TableFile table) {
        trials.open();
        var copied =
                rosters.copyRows(
                        TrialTable.ROWS,
                        upload.session(),
                        vault.work(),
                        sink -> read(upload, claim, table, sink));
        judge(upload, claim, table, copied.report());
    }

    private void judge(RosterUpload upload, Claim claim, TableFile table, RosterReport report) {
        var other = rosters.toCompareWith(upload.session());
        var trial = trials.compare(other, report.rows(), report.faultCount(), table.takenBefore());
        List<Finding> findings = new ArrayList<>();
        report.faults().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> line(fault, table.cell(fault).orElse("")))
                .forEach(findings::add);
        report.notes().stream().limit(FAULTS_SHOWN).map(ImportWork::line).forEach(findings::add);
        findings.addAll(trials.differences(other));
        uploads.found(claim, report.sound() ? Stage.SOUND : Stage.FAULTY, trial, findings);
    }

    private RosterReport read(
            RosterUpload upload, Claim claim, TableFile table, Consumer<Examinee> sink) {
        var beat = new Beat(claim);
        return table.with(
                report(
                        upload,
                        table.csv(),
                        examinee -> {
                            sink.accept(examinee);
                            beat.one();
                        }));
    }

    private RosterReport report(RosterUpload upload, CsvSource csv, Consumer<Examinee> sink) {
        ExamSession exam = exams.find(upload.session()).orElseThrow();
        try {
            return new RosterReader(
                            Divisions.builtIn(),
                            Qualifications.builtIn(),
                            exam.firstDay(),
                            FAULTS_KEPT)
                    .demanding(exam.offered())
                    .read(csv, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says now and then how far it is. */
    private final class Beat {
        private final Claim claim;
        private long rows;

        Beat(Claim claim) {
            this.claim = claim;
        }

        void one() {
            rows++;
            if (rows % ROWS_A_BEAT == 0) {
                Fenced.unless(uploads.beat(claim, rows));
            }
        }
    }

    private void imported(RosterUpload upload, Claim claim, TableFile table, Officer by) {
        var beat = new Beat(claim);
        transaction.executeWithoutResult(
                _ -> {
                    var given =
                            new Rosters.Given(table.csv(), upload.fileSha256(), _ -> beat.one());
                    var roster = door.importTable(upload.session(), given, by);
                    Fenced.unless(uploads.imported(claim, roster.id()));
                    pieces.forget(upload.id());
                });
    }

    Path errors(RosterUpload upload) throws IOException {
        Path file = pieces.restore(upload.id());
        Path out = Files.createTempFile("cutscore-", ".xlsx");
        try (var table = TableFile.open(file, upload.fileName(), FAULTS_KEPT);
                var to = Files.newOutputStream(out)) {
            ErrorWorkbook.write(table, table.with(report(upload, table.csv(), _ -> {})), to);
            return out;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Finding line(Fault fault, String cell) {
        String heading = fault.heading() == null ? "" : " " + fault.heading();
        String where = cell.isEmpty() && fault.line() > 0 ? String.valueOf(fault.line()) : cell;
        return new Finding(
                Finding.Kind.FAULT, (where + heading).strip(), fault.what(), fault.mend());
    }

    private static Finding line(Note note) {
        String times = note.times() > 1 ? " ×" + note.times() : "";
        var what = new Words(note.what().zh() + times, note.what().en() + times);
        return new Finding(Finding.Kind.NOTE, "", what, new Words("", ""));
    }

    /** SHA-256 of a file, in hexadecimal. */
    static String sha256(Path file) throws IOException {
        var digest = Digest.sha256();
        byte[] some = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                digest.update(some, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void destroy() {
        heart.shutdown();
        worker.shutdown();
    }
}

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    }

    void tryOut(RosterUpload upload) {
        if (uploads.claim(upload.id(), Stage.WAITING, Stage.READING)) {
            worker.execute(() -> guarded(upload, Stage.BROKEN, this::trial));
        }
    }

    void take(RosterUpload upload, Officer by) {
        if (uploads.claim(upload.id(), Stage.SOUND, Stage.IMPORTING)) {
            worker.execute(
                    () -> guarded(upload, Stage.SOUND, (one, table) -> imported(one, table, by)));
        }
    }

    private interface Step {
        void with(RosterUpload upload, TableFile table) throws IOException;
    }

    private void guarded(RosterUpload upload, Stage otherwise, Step step) {
        try {
            Path file = pieces.restore(upload.id());
            try (var table = TableFile.open(file, upload.fileName(), FAULTS_KEPT)) {
                step.with(upload, table);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Unreadable refused) {
            told(upload, otherwise, refused.faults());
        } catch (IOException | RuntimeException e) {
            // Without the message, which may quote a row.
            LOG.error("import {} was not finished: {}", upload.id(), e.getClass().getName());
            told(upload, otherwise, List.of(ours()));
        }
    }

    private static Fault ours() {
        return Fault.of(
                "IMPORT_UNFINISHED",
                new Words("没有读完，是系统的问题", "not finished, by a failure of ours"),
                new Words("请再试一次；仍不行请联系系统管理员", "try again, or tell the administrator"));
    }

    private void told(RosterUpload upload, Stage stage, List<Fault> faults) {
        var none = new Trial(0, faults.size(), 0, 0, 0, 0, 0, 0, Optional.empty());
        var trial = stage == Stage.SOUND ? upload.trial() : none;
        var lines = faults.stream().limit(FAULTS_SHOWN).map(f -> line(f, "")).toList();
        uploads.found(upload.id(), stage, trial, lines);
    }

    private void trial(RosterUpload upload, TableFile table) {
        transaction.executeWithoutResult(
                _ -> {
                    trials.open();
                    var copied =
                            rosters.copyRows(
                                    TrialTable.ROWS,
                                    upload.session(),
                                    vault.work(),
                                    sink -> read(upload, table, sink));
                    judge(upload, table, copied.report());
                });
    }

    private void judge(RosterUpload upload, TableFile table, RosterReport report) {
        var other = rosters.toCompareWith(upload.session());
        var trial = trials.compare(other, report.rows(), report.faultCount(), table.takenBefore());
        List<Finding> findings = new ArrayList<>();
        report.faults().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> line(fault, table.cell(fault).orElse("")))
                .forEach(findings::add);
        report.notes().stream().limit(FAULTS_SHOWN).map(ImportWork::line).forEach(findings::add);
        findings.addAll(trials.differences(other));
        uploads.found(upload.id(), report.sound() ? Stage.SOUND : Stage.FAULTY, trial, findings);
    }

    private RosterReport read(RosterUpload upload, TableFile table, Consumer<Examinee> sink) {
        var beat = new Beat(upload);
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
        private final RosterUpload upload;
        private long rows;

        Beat(RosterUpload upload) {
            this.upload = upload;
        }

        void one() {
            rows++;
            if (rows % ROWS_A_BEAT == 0) {
                uploads.beat(upload.id(), rows);
            }
        }
    }

    private void imported(RosterUpload upload, TableFile table, Officer by) {
        var beat = new Beat(upload);
        transaction.executeWithoutResult(
                _ -> {
                    var given =
                            new Rosters.Given(table.csv(), upload.fileSha256(), _ -> beat.one());
                    var roster = door.importTable(upload.session(), given, by);
                    uploads.imported(upload.id(), roster.id());
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
        worker.shutdown();
    }
}

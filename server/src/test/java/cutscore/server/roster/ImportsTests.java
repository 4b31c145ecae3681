package cutscore.server.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.exam.Exams;
import cutscore.server.roster.RosterUpload.Stage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ImportsTests {
    private static final String HEADINGS = "准考证号,报名地行政区划代码,资格名称,科目一,科目二,科目三,考试状态,证件类型,证件号码,姓名\n";
    private static final Officer ANALYST = officer(Role.ANALYST);
    private static final Officer SECOND = officer(Role.PUBLISHER);

    @Autowired Imports imports;
    @Autowired ImportTable uploads;
    @Autowired ImportWork work;
    @Autowired Rosters rosters;
    @Autowired Exams exams;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Test
    void aFaultyWorkbookGoesBackInRedIsMendedImportedAndConfirmed() throws IOException {
        var session = open("2025-1");
        var faulty = book("faulty.xlsx", 1.1010119900101123E17);
        var upload = tried(session, faulty);
        assertThat(upload.stage()).isEqualTo(Stage.FAULTY);
        assertThat(upload.trial().faults()).isEqualTo(1);
        assertThat(imports.findings(upload.id()))
                .anyMatch(f -> f.kind() == Finding.Kind.FAULT && f.place().startsWith("I3"));
        assertThatThrownBy(() -> imports.take(upload.id(), true, ANALYST))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> imports.errors(upload.id(), SECOND))
                .isInstanceOf(NoSuchElementException.class);
        var mended = mend(imports.errors(upload.id(), ANALYST));
        var again = tried(session, mended);
        assertThat(again.stage()).isEqualTo(Stage.SOUND);
        assertThat(again.trial().takenBefore()).isEqualTo(1);
        assertThat(again.trial().fresh()).isEqualTo(2);
        var roster = taken(again);
        assertThat(rosters.confirmed(session)).isEmpty();
        rosters.confirm(
                roster, ImportWork.sha256(mended), new ControlTotals(2, 2 * (91 + 80)), SECOND);
        assertThat(rosters.matches(session, "0002", "990101199001011232", "虚构乙")).isTrue();
        var sent = imports.send(session, mended, "again.xlsx", ANALYST);
        assertThat(sent.already()).isTrue();
        assertThat(
                        sql.sql("SELECT count(*) FROM roster.staging WHERE upload = ?")
                                .param(again.id())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aTrialSaysWhatIsNewChangedGoneAndInConflictAndChangesNothing() throws IOException {
        var session = open("2025-2");
        var first =
                csv(
                        row("0001", "45", "990101199001011231", "虚构甲")
                                + row("0002", "45", "990101199001011232", "虚构乙")
                                + row("0003", "45", "990101199001011233", "虚构丙")
                                + row("0004", "45", "990101199001011234", "虚构丁"));
        var roster = taken(tried(session, first));
        rosters.confirm(roster, ImportWork.sha256(first), new ControlTotals(4, 4 * 170), SECOND);
        var next =
                csv(
                        row("0001", "45", "990101199001011231", "虚构甲")
                                + row("0002", "46.5", "990101199001011232", "虚构乙")
                                + row("0003", "45", "990101199001019999", "虚构戊")
                                + row("0005", "45", "990101199001011231", "虚构己")
                                + row("0006", "99", "990101199001011236", "虚构庚"));
        var upload = tried(session, next);
        var trial = upload.trial();
        assertThat(trial.rows()).isEqualTo(5);
        assertThat(trial.faults()).isEqualTo(1);
        assertThat(trial.same()).isEqualTo(1);
        assertThat(trial.changed()).isEqualTo(1);
        assertThat(trial.fresh()).isEqualTo(1);
        assertThat(trial.gone()).isEqualTo(1);
        assertThat(trial.conflicts()).as("another person, and one person twice").isEqualTo(2);
        assertThat(imports.findings(upload.id()))
                .anyMatch(f -> f.place().equals("0002") && f.what().zh().equals("不同：科目一"))
                .noneMatch(f -> f.toString().contains("虚构") || f.toString().contains("9901011990"));
        assertThat(rosters.confirmed(session).orElseThrow().id()).isEqualTo(roster);
        assertThat(rosters.find(session, "0005")).isEmpty();
    }

    @Test
    void conflictsMustBeLookedAt() throws IOException {
        var session = open("2026-1");
        var upload =
                tried(
                        session,
                        csv(
                                row("0001", "45", "990101199001011231", "虚构甲")
                                        + row("0002", "45", "990101199001011231", "虚构甲")));
        assertThat(upload.stage()).isEqualTo(Stage.SOUND);
        assertThat(upload.trial().conflicts()).isEqualTo(1);
        assertThatThrownBy(() -> imports.take(upload.id(), false, ANALYST))
                .isInstanceOf(Unreadable.class);
        imports.drop(upload.id(), ANALYST);
        assertThat(imports.look(upload.id()).stage()).isEqualTo(Stage.DROPPED);
    }

    @Test
    void anImportIsTakenBackByAnActUntilItIsConfirmed() throws IOException {
        var session = open("2026-2");
        var file = csv(row("0001", "45", "990101199001011231", "虚构甲"));
        var roster = taken(tried(session, file));
        rosters.takeBack(roster, ANALYST);
        var totals = new ControlTotals(1, 170);
        String digest = ImportWork.sha256(file);
        assertThatThrownBy(() -> rosters.confirm(roster, digest, totals, SECOND))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> rosters.takeBack(roster, ANALYST)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(
                        () ->
                                sql.sql(
                                                "UPDATE roster.roster SET taken_back_by = NULL,"
                                                        + " taken_back_at = NULL,"
                                                        + " taken_back_act = NULL WHERE id = ?")
                                        .param(roster.value())
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(
                        sql.sql("SELECT count(*) FROM roster.entry WHERE roster = ?")
                                .param(roster.value())
                                .query(Long.class)
                                .single())
                .as("nothing official is deleted")
                .isEqualTo(1);
        var again = imports.send(session, file, "r.csv", ANALYST);
        assertThat(again.already()).isFalse();
        var second = taken(settled(again.upload().id()));
        rosters.confirm(second, digest, totals, SECOND);
        assertThatThrownBy(() -> rosters.takeBack(second, ANALYST)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aFileDroppedWhileItIsReadStaysDroppedAndMayBeSentAgain() throws IOException {
        var session = open("2026-2");
        var file = csv(row("0071", "45", "990101199001011231", "虚构甲"));
        var upload = imports.send(session, file, "r.csv", ANALYST).upload();
        var claim = uploads.claim(upload.id(), Stage.WAITING, Stage.READING).orElseThrow();
        imports.drop(upload.id(), ANALYST);
        uploads.found(claim, Stage.SOUND, upload.trial(), List.of());
        work.tryOut(upload, claim);
        assertThat(imports.look(upload.id()).stage()).isEqualTo(Stage.DROPPED);
        var again = imports.send(session, file, "r.csv", ANALYST);
        assertThat(again.already()).isFalse();
        assertThat(settled(again.upload().id()).stage()).isEqualTo(Stage.SOUND);
    }

    @Test
    void aLateTrialDoesNotTouchWhatWasImportedMeanwhile() throws IOException {
        var session = open("2026-2");
        var file = csv(row("0072", "45", "990101199001011231", "虚构甲"));
        var upload = imports.send(session, file, "r.csv", ANALYST).upload();
        var late = uploads.claim(upload.id(), Stage.WAITING, Stage.READING).orElseThrow();
        assertThat(uploads.claim(upload.id(), Stage.WAITING, Stage.READING)).isEmpty();
        sql.sql("UPDATE roster.upload SET beat = beat - interval '2 minutes' WHERE id = ?")
                .param(upload.id())
                .update();
        var roster = taken(settled(upload.id()));
        work.tryOut(upload, late);
        uploads.found(late, Stage.SOUND, upload.trial(), List.of());
        var after = imports.look(upload.id());
        assertThat(after.stage()).isEqualTo(Stage.IMPORTED);
        assertThat(after.roster()).contains(roster);
        assertThatThrownBy(() -> imports.take(upload.id(), true, ANALYST))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void whatIsNoTableIsSaidToBeNone() throws IOException {
        var session = open("2026-2");
        var broken = Files.write(folder.resolve("b.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 1});
        var upload = tried(session, broken);
        assertThat(upload.stage()).isEqualTo(Stage.BROKEN);
        assertThat(imports.findings(upload.id())).hasSize(1);
        var gb = folder.resolve("gb.csv");
        Files.write(
                gb,
                (HEADINGS + row("0001", "45", "990101199001011231", "虚构甲"))
                        .getBytes(Charset.forName("GB18030")));
        assertThat(tried(session, gb).stage()).isEqualTo(Stage.SOUND);
        assertThatThrownBy(
                        () ->
                                imports.send(
                                        session,
                                        Files.createFile(folder.resolve("empty")),
                                        "e",
                                        ANALYST))
                .isInstanceOf(Unreadable.class);
    }

    private RosterUpload tried(SessionId session, Path file) throws IOException {
        var sent = imports.send(session, file, file.getFileName().toString(), ANALYST);
        return settled(sent.upload().id());
    }

    private RosterUpload settled(UUID id) {
        long until = System.nanoTime() + 60_000_000_000L;
        var upload = imports.look(id);
        while (upload.stage().isWorking() && System.nanoTime() < until) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            upload = imports.look(id);
        }
        return upload;
    }

    private RosterId taken(RosterUpload upload) {
        imports.take(upload.id(), true, ANALYST);
        return settled(upload.id()).roster().orElseThrow();
    }

    private Path csv(String rows) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "r", ".csv"), HEADINGS + rows);
    }

    private static String row(String number, String mark, String identity, String name) {
        return number + ",513326,软件设计师," + mark + ",40,,,居民身份证," + identity + "," + name + "\n";
    }

    private Path book(String name, double identity) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Sheet1");
            put(sheet.createRow(0), HEADINGS.strip().split(","));
            put(
                    sheet.createRow(1),
                    row("0001", "45.5", "990101199001011231", "虚构甲").strip().split(","));
            put(
                    sheet.createRow(2),
                    row("0002", "45.5", "990101199001011232", "虚构乙").strip().split(","));
            sheet.getRow(2).createCell(8).setCellValue(identity);
            return save(book, folder.resolve(name));
        }
    }

    private Path mend(Path errors) throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(errors))) {
            book.getSheetAt(0).getRow(2).createCell(9).setCellValue("990101199001011232");
            return save(book, folder.resolve("mended.xlsx"));
        } finally {
            Files.delete(errors);
        }
    }

    private static Path save(XSSFWorkbook book, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    private static void put(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    private SessionId open(String id) {
        var session = new SessionId(id);
        if (exams.find(session).isEmpty()) {
            exams.open(
                    session,
                    LocalDate.of(session.year(), 5, 27),
                    List.of("软件设计师"),
                    officer(Role.PUBLISHER));
        }
        return session;
    }

    private static Officer officer(Role role) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.empty());
    }
}

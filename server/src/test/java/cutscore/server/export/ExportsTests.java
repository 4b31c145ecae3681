package cutscore.server.export;

import static cutscore.server.declaration.BigProvince.SESSION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Digest;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.BigProvince;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.Stage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A list goes out as a file: masked, marked, counted, for a day; and one worker at a time. */
@ModuleTest
@TestPropertySource(properties = "test.room=lists")
class ExportsTests {
    private static final ListFilter LIST =
            ListFilter.all(SESSION).at(Optional.of(Stage.REJECTED)).in(new DivisionCode("513326"));

    @Autowired Exports exports;
    @Autowired Exporting exporting;
    @Autowired JobTable table;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;

    private Officer lead;
    private Officer second;
    private Officer elsewhere;

    @BeforeEach
    void aBigProvinceAndItsPeople() {
        BigProvince.make(sql);
        lead = officer("lead");
        second = officer("lead-2");
        elsewhere = officer("reviewer-elsewhere");
    }

    private Officer officer(String name) {
        return officers.find(BigProvince.person(demo, name).id()).orElseThrow();
    }

    @Test
    void aWorkbookCarriesItsMarkInTheFirstRowAndInItsProperties() throws IOException {
        var job = made(Format.XLSX);
        assertThat(job.stage()).isEqualTo(ExportJob.Stage.READY);
        var taken = exports.take(job.id(), lead);
        assertThat(Digest.hex(Files.readAllBytes(taken.file())))
                .isEqualTo(job.sha256().orElseThrow());
        try (var book = new XSSFWorkbook(Files.newInputStream(taken.file()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                    .contains(lead.name(), "核对名单（虚构）", "北京时间", "姓名已遮盖");
            var core = book.getProperties().getCoreProperties();
            assertThat(core.getCreator()).isEqualTo(lead.name());
            assertThat(core.getSubject()).isEqualTo("核对名单（虚构）");
            assertThat(core.getTitle()).contains("北京时间");
            assertThat((long) sheet.getLastRowNum() - 1).isEqualTo(job.rowsDone()).isPositive();
            assertThat(sheet.getHeader().getCenter()).contains("核对名单");
        }
        assertThat(find(job).downloads()).isEqualTo(1);
    }

    @Test
    void whatTheLedgerHoldsNamesNoPersonAndNoPurpose() {
        var job = made(Format.CSV_UTF8);
        var entry =
                sql.sql(
                                """
                                SELECT convert_from(e.bytes, 'UTF8') FROM ledger.entry e
                                JOIN export.job j ON j.ledger_index = e.index WHERE j.id = ?
                                """)
                        .param(job.id())
                        .query(String.class)
                        .single();
        assertThat(entry)
                .contains("export.made", job.sha256().orElseThrow(), "\"purpose\":\"INSPECTION\"")
                .contains("\"rows\":" + job.rowsDone())
                .doesNotContain(lead.name())
                .doesNotContain("核对名单");
    }

    @Test
    void csvIsUtf8WithItsMarkOrGb18030() throws IOException {
        var utf8 = Files.readString(exports.take(made(Format.CSV_UTF8).id(), lead).file(), UTF_8);
        assertThat(utf8).startsWith("\uFEFF划线导出 · ").contains("\r\n回执号,姓名（已遮盖）");
        var gb = Files.readAllBytes(exports.take(made(Format.CSV_GB18030).id(), lead).file());
        assertThat(new String(gb, Charset.forName("GB18030")).substring(1))
                .as("the same but for the mark's seconds")
                .contains("回执号,姓名（已遮盖）")
                .hasLineCount((int) utf8.lines().count());
    }

    @Test
    void onlyWhoAskedTakesItAndOnlyForADay() throws IOException {
        var job = made(Format.CSV_UTF8);
        var file = exports.take(job.id(), lead).file();
        assertThatThrownBy(() -> exports.take(job.id(), second))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> exports.take(job.id(), elsewhere))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(exports.of(second)).as("a lead sees that it was made").contains(find(job));
        assertThat(exports.of(elsewhere)).isEmpty();
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThatThrownBy(() -> exports.take(job.id(), lead))
                .isInstanceOf(NoSuchElementException.class);
        exporting.sweep();
        assertThat(file).doesNotExist();
        assertThat(find(job).stage()).isEqualTo(ExportJob.Stage.GONE);
    }

    @Test
    void aWorkerThatWasThoughtDeadWritesNothingMore() {
        var job = waiting();
        var first = table.take().filter(lease -> lease.job().id().equals(job.id())).orElseThrow();
        sql.sql("UPDATE export.job SET beat = beat - interval '3 minutes' WHERE id = ?")
                .param(job.id())
                .update();
        var later = table.take().orElseThrow();
        assertThat(later.job().id()).isEqualTo(job.id());
        assertThat(later.epoch()).isEqualTo(first.epoch() + 1);
        exporting.work(first);
        assertThat(find(job).stage()).as("fenced").isEqualTo(ExportJob.Stage.RUNNING);
        exporting.work(later);
        assertThat(find(job).stage()).isEqualTo(ExportJob.Stage.READY);
        assertThat(entries(job)).isEqualTo(1);
    }

    @Test
    void withoutAPurposeOrWithTooManyRowsNothingIsMade() {
        assertThatThrownBy(() -> exports.ask(LIST, Format.XLSX, Purpose.OTHER, " 看 ", lead))
                .isInstanceOf(Unreadable.class);
        var nothing = LIST.in(new DivisionCode("510104"));
        assertThatThrownBy(() -> exports.ask(nothing, Format.XLSX, Purpose.REVIEW, "没有一件", lead))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aDaysRowsCanBeSpent() {
        exporting.stop();
        var gone = exports.ask(LIST, Format.XLSX, Purpose.STATISTICS, "用完额度（虚构）", second);
        sql.sql("UPDATE export.job SET rows_total = 299000, stage = 'RUNNING' WHERE id = ?")
                .param(gone.id())
                .update();
        assertThatThrownBy(() -> exports.ask(LIST, Format.XLSX, Purpose.STATISTICS, "再来一次", second))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("300000");
        sql.sql("UPDATE export.job SET stage = 'FAILED' WHERE id = ?").param(gone.id()).update();
    }

    @Test
    void manyAsksAtOnceCountAsMany() throws InterruptedException {
        exporting.stop();
        while (exporting.next()) {}
        Callable<ExportJob> ask =
                () -> exports.ask(LIST, Format.CSV_UTF8, Purpose.OTHER, "一起来的（虚构）", second);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    threads.invokeAll(Collections.nCopies(12, ask)).stream()
                            .filter(one -> one.state() == Future.State.SUCCESS)
                            .map(Future::resultNow)
                            .toList();
            assertThat(asked).hasSize(3);
        }
        while (exporting.next()) {}
    }

    @Test
    void aFileThatCannotBeTakenAwayStandsInNoOthersWay() throws IOException {
        var stuck = made(Format.CSV_UTF8);
        var other = made(Format.CSV_UTF8);
        var file = exports.take(stuck.id(), lead).file();
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        exporting.sweep();
        assertThat(find(other).stage()).isEqualTo(ExportJob.Stage.GONE);
        assertThat(find(stuck).stage()).as("tried again").isEqualTo(ExportJob.Stage.READY);
        Files.delete(file.resolve("in the way"));
        exporting.sweep();
        assertThat(find(stuck).stage()).isEqualTo(ExportJob.Stage.GONE);
    }

    @Test
    void anExportIsOfOnesOwnProvince() throws IOException {
        exporting.stop();
        var gansu = new Officer(lead.id(), "甘", java.util.Set.of(Role.REVIEW_LEAD), province());
        var job =
                exports.ask(
                        ListFilter.all(SESSION).at(Optional.of(Stage.REJECTED)),
                        Format.CSV_UTF8,
                        Purpose.REVIEW,
                        "甘肃的名单",
                        gansu);
        assertThat(job.rowsTotal()).isEqualTo(1000);
        while (exporting.next()) {}
        assertThat(table.find(job.id(), BigProvince.GANSU).orElseThrow().stage())
                .as("who asked serves elsewhere by now")
                .isEqualTo(ExportJob.Stage.FAILED);
        assertThatThrownBy(() -> exports.take(job.id(), lead))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Optional<DivisionCode> province() {
        return Optional.of(BigProvince.GANSU);
    }

    private ExportJob waiting() {
        exporting.stop();
        while (exporting.next()) {}
        return exports.ask(LIST, Format.CSV_UTF8, Purpose.INSPECTION, "核对名单（虚构）", lead);
    }

    private ExportJob made(Format format) {
        exporting.stop();
        var job = exports.ask(LIST, format, Purpose.INSPECTION, "核对名单（虚构）", lead);
        while (exporting.next()) {}
        return find(job);
    }

    private ExportJob find(ExportJob job) {
        return table.find(job.id(), BigProvince.SICHUAN).orElseThrow();
    }

    private long entries(ExportJob job) {
        return sql.sql("SELECT count(*) FROM export.job WHERE id = ? AND ledger_index IS NOT NULL")
                .param(job.id())
                .query(Long.class)
                .single();
    }
}

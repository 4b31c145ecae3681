package cutscore.cli;

import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import cutscore.sheet.ErrorWorkbook;
import cutscore.sheet.TableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roster check}: everything that is wrong with a roster, and how to mend it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "检查名册并逐条报告 / Check a roster and report every fault",
        description = {
            "每处错误都有行、列、原因和改法；没有错误退出 0，有错误退出 2。",
            "Each fault with line, column, what is wrong and how to mend it. Exit 0 when there is"
                    + " none, else 2."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore roster check roster.csv",
            "  cutscore roster check 名册.csv --session 2024-1 --json",
            "  cutscore roster check 名册.xlsx --import --errors 名册-需改.xlsx"
        })
final class RosterCheck implements Callable<Integer> {
    private static final int IN_WORKBOOK = 20_000;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "名册，CSV 或 .xlsx / the roster")
    private Path file;

    @Option(
            names = "--session",
            paramLabel = "ID",
            defaultValue = "2023-1",
            description = "考次，决定行政区划代码按哪一天看 / the exam session, ${DEFAULT-VALUE}")
    private String session;

    @Option(
            names = "--exam-day",
            paramLabel = "DATE",
            description = "考试首日，代替考次的 / the exam's first day, instead of the session's")
    private @Nullable LocalDate examDay;

    @Option(
            names = "--qualifications",
            paramLabel = "FILE",
            description = "其他考试的资格表 / another exam's table")
    private @Nullable Path qualifications;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "最多列出几处 / how many faults are listed, ${DEFAULT-VALUE}")
    private int most;

    @Option(
            names = "--import",
            description = "同服务器导入一样，还要证件号码和姓名 / ask for identity number and name as an import does")
    private boolean forImport;

    @Option(
            names = "--errors",
            paramLabel = "OUT.xlsx",
            description = "有错误时写出标红的工作簿 / the table back with red cells, if there are faults")
    private @Nullable Path errors;

    @Option(
            names = "--csv",
            paramLabel = "OUT.csv",
            description = "没有错误时写出工作簿的 CSV / a sound workbook as CSV")
    private @Nullable Path csv;

    @Option(names = "--json", description = "机器可读 / machine-readable")
    private boolean json;

    private final Map<String, Tally> levels = new TreeMap<>();

    /** What a level's examinees did. */
    private static final class Tally {
        private long examinees;
        private long absent;
        private long voided;

        void add(Examinee examinee) {
            examinees++;
            absent += examinee.scores().stream().anyMatch(SubjectScore::sat) ? 0 : 1;
            voided += examinee.voided() ? 1 : 0;
        }

        String line(String level) {
            return level
                    + ": "
                    + examinees
                    + " 人/examinees, 全缺考/absent "
                    + absent
                    + ", 违纪取消/voided "
                    + voided;
        }

        Json toJson(String level) {
            return Json.object()
                    .put("level", level)
                    .put("examinees", examinees)
                    .put("absent", absent)
                    .put("voided", voided)
                    .build();
        }
    }

    @Override
    public Integer call() throws IOException {
        InputFile.existing(file);
        try (var table = TableFile.open(file, file.toString(), kept())) {
            var report = table.with(report(table));
            var told = new RosterFindings(report, table, most);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.print(told.json(levels()).pretty());
            } else {
                told.print(out, levels.entrySet().stream().map(e -> e.getValue().line(e.getKey())));
            }
            out.flush();
            write(table, report);
            return report.sound() ? 0 : 2;
        }
    }

    /** A workbook of faults shows more of them than anybody would read in a terminal. */
    private int kept() {
        return errors == null ? most : Math.max(most, IN_WORKBOOK);
    }

    private void write(TableFile table, RosterReport report) throws IOException {
        var err = spec.commandLine().getErr();
        if (!report.sound()) {
            err.println(file + ": " + report.faultCount() + " 处错误 / faults");
        }
        if (!report.sound() && errors != null) {
            OutputFile.write(errors, out -> ErrorWorkbook.write(table, report, out));
            err.println("标红的工作簿 / marked in red: " + errors);
        }
        if (report.sound() && csv != null) {
            OutputFile.write(csv, out -> Files.copy(table.csvFile(), out));
        }
    }

    private RosterReport report(TableFile table) throws IOException {
        var qualified =
                qualifications == null
                        ? Qualifications.builtIn()
                        : Qualifications.read(CsvSource.of(InputFile.existing(qualifications)));
        var day = examDay == null ? ExamDays.about(session(session, spec)) : examDay;
        var reader = new RosterReader(Divisions.builtIn(), qualified, day, kept());
        var wanted =
                forImport
                        ? reader.demanding(
                                qualified.all().stream().map(Qualification::name).toList())
                        : reader;
        var err = spec.commandLine().getErr();
        var source = table.isWorkbook() ? table.csv() : Progress.reading(file, err);
        try {
            return wanted.read(source, this::count);
        } catch (Unreadable e) {
            var faults = e.faults();
            return new RosterReport(file.toString(), 0, "", "", faults.size(), faults, List.of());
        }
    }

    /** The exam session somebody typed. */
    static SessionId session(String typed, CommandLine.Model.CommandSpec spec) {
        try {
            return new SessionId(typed);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "考次应写作 2023-1 / a session is written 2023-1", e);
        }
    }

    private List<Json> levels() {
        return levels.entrySet().stream().map(e -> e.getValue().toJson(e.getKey())).toList();
    }

    private void count(Examinee examinee) {
        levels.computeIfAbsent(examinee.qualification().level().name(), level -> new Tally())
                .add(examinee);
    }
}

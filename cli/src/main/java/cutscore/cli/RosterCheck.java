package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.PrintWriter;
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
            "  cutscore roster check 名册.csv --session 2024-1 --json"
        })
final class RosterCheck implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "名册 CSV / the roster")
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
        var report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(asJson(report).pretty());
        } else {
            print(report, out);
        }
        out.flush();
        if (!report.sound()) {
            var err = spec.commandLine().getErr();
            err.println(file + ": " + report.faultCount() + " 处错误 / faults");
        }
        return report.sound() ? 0 : 2;
    }

    private RosterReport report() throws IOException {
        var table =
                qualifications == null
                        ? Qualifications.builtIn()
                        : Qualifications.read(CsvSource.of(InputFile.existing(qualifications)));
        var day = examDay == null ? ExamDays.about(sessionId()) : examDay;
        var reader = new RosterReader(Divisions.builtIn(), table, day, most);
        var source = Progress.reading(file, spec.commandLine().getErr());
        try {
            return reader.read(source, this::count);
        } catch (Unreadable e) {
            var faults = e.faults();
            return new RosterReport(file.toString(), 0, "", "", faults.size(), faults, List.of());
        }
    }

    private SessionId sessionId() {
        try {
            return new SessionId(session);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "考次应写作 2023-1 / a session is written 2023-1", e);
        }
    }

    private void count(Examinee examinee) {
        levels.computeIfAbsent(examinee.qualification().level().name(), level -> new Tally())
                .add(examinee);
    }

    private void print(RosterReport report, PrintWriter out) {
        out.println(report.input());
        out.println("  " + report.encoding() + ", SHA-256 " + report.sha256());
        out.println("  行数/rows " + report.rows() + ", 错误/faults " + report.faultCount());
        levels.forEach(
                (level, tally) ->
                        out.println(
                                "  "
                                        + level
                                        + ": "
                                        + tally.examinees
                                        + " 人/examinees, 全缺考/absent "
                                        + tally.absent
                                        + ", 违纪取消/voided "
                                        + tally.voided));
        report.notes().forEach(note -> out.println(note.text()));
        report.faults().forEach(fault -> out.println(fault.text()));
        if (report.faultCount() > report.faults().size()) {
            out.println(
                    "… 只列出前 "
                            + report.faults().size()
                            + " 处，加 --most N 看更多 / only the first are listed; --most N for more");
        }
    }

    private Json asJson(RosterReport report) {
        return Json.object()
                .put("file", report.input())
                .put("sound", report.sound())
                .put("rows", report.rows())
                .put("encoding", report.encoding())
                .put("sha256", report.sha256())
                .put("faultCount", report.faultCount())
                .put(
                        "faults",
                        Json.array(report.faults().stream().map(RosterCheck::fault).toList()))
                .put("notes", Json.array(report.notes().stream().map(RosterCheck::note).toList()))
                .put(
                        "levels",
                        Json.array(
                                levels.entrySet().stream()
                                        .map(e -> e.getValue().toJson(e.getKey()))
                                        .toList()))
                .build();
    }

    private static Json fault(Fault fault) {
        return Json.object()
                .put("code", fault.code())
                .put("line", fault.line())
                .put("column", fault.column())
                .put("heading", fault.heading())
                .put("what", words(fault.what()))
                .put("mend", words(fault.mend()))
                .build();
    }

    private static Json note(Note note) {
        return Json.object()
                .put("code", note.code())
                .put("line", note.line())
                .put("what", words(note.what()))
                .put("times", note.times())
                .build();
    }

    private static Json words(Words words) {
        return Json.object().put("zh", words.zh()).put("en", words.en()).build();
    }
}

package cutscore.cli;

import cutscore.kernel.blast.BlastKey;
import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.blast.BlastRadius;
import cutscore.kernel.blast.BlastReport;
import cutscore.kernel.blast.InputChanges;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code line blast}: what a change of the inputs would do to a published line. */
@Command(
        name = "blast",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "一项更正会波及什么：线还成立吗，谁受影响 / What a correction would do to the line, and to whom",
        description = {
            "先由这些文件重算档案，一致才往下做；再按改动重算：公布的线是否仍成立、是否仍是这条线、谁由外转内或由内转外。"
                    + "什么都不会被改动。退出码：0 线不变，1 会是另一条线，2 读不了。",
            "Recomputes the dossier from these files first, then again with the changes: does the"
                    + " published line still hold, is it still the line, who gains, who loses."
                    + " Nothing is changed. Exit 0 the line stays, 1 it would be another, 2"
                    + " unreadable."
        },
        footer = {
            "",
            "改动文件 / The changes, CSV change,of,subject,to (改动,对象,科目,改为):",
            "  score,A0000017,2,44.5            成绩：分数、absent 缺考、voided 违纪 / a mark, absent, voided",
            "  standing,A0000018,,voided        考试状态：voided 违纪取消、valid 有效 / voided, valid",
            "  qualification,系统分析师,,voided  整个资格违纪取消 / everybody of it voided",
            "  area,513326,,add                 地区：add 增加、remove 去除；市州代表其各县 / add, remove",
            "  declared,A0000019,,remove        审核通过的申报：add、remove / approved declarations",
            "",
            "例 / Example:",
            "  cutscore line blast dossier.json --roster roster.csv --areas areas.csv --changes"
                    + " changes.csv"
        })
final class LineBlast implements Callable<Integer> {
    private static final int MOST_PRINTED = 50;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "档案 / the dossier that line determine wrote")
    private Path file;

    @Option(
            names = "--roster",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "名册 CSV，可多个 / the roster, one or more files")
    private List<Path> rosters;

    @Mixin private LineFiles files;

    @Option(
            names = "--changes",
            required = true,
            paramLabel = "FILE",
            description = "改动 CSV，见下 / the changes, see below")
    private Path changes;

    @Option(
            names = "--explained",
            paramLabel = "N",
            defaultValue = "200",
            description = "JSON 中附前后说明的人数 / how many people --json explains before and after")
    private int explained;

    @Option(names = "--json", description = "规范 JSON / canonical JSON")
    private boolean json;

    private @Nullable BlastRadius blast;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var table = files.table();
        var assumed =
                InputChanges.read(
                        CsvSource.of(InputFile.existing(changes)), table, Divisions.builtIn());
        LineFiles.tell(assumed.notes(), err);
        var stated = StatedDossier.read(file);
        var determined =
                stated.determine(
                        files,
                        rosters,
                        table,
                        err,
                        facts -> looking(stated, facts, assumed, table));
        var count =
                Objects.requireNonNull(blast)
                        .recounted(determined.dossier().keys(), Math.max(0, explained));
        LineFiles.again(rosters, table, determined.facts().day(), count::add, err);
        var report = count.report();
        print(report);
        return report.stillTheLine() ? 0 : 1;
    }

    private Consumer<Examinee> looking(
            StatedDossier stated, PoolFacts facts, InputChanges assumed, Qualifications table) {
        var radius =
                new BlastRadius(
                        stated.dossier().rule(), facts, assumed, table, Divisions.builtIn());
        blast = radius;
        return radius::add;
    }

    private void print(BlastReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(report.toJson().canonical());
        } else {
            out.println(
                    report.stillTheLine()
                            ? "线不变 / the line stays"
                            : report.stillHolds()
                                    ? "公布的线仍成立，但会是另一条线 / the published line still holds, but the"
                                            + " line would be another"
                                    : "公布的线不再成立 / the published line no longer holds");
            for (BlastKey key : report.keys()) {
                out.println(key.key());
                key.sentences().forEach(sentence -> out.println("  " + sentence));
            }
            report.moves().stream().limit(MOST_PRINTED).map(LineBlast::line).forEach(out::println);
            if (report.moves().size() > MOST_PRINTED) {
                out.println(
                        "… 共/in all " + report.moves().size() + "（--json 列出全部/lists everybody）");
            }
        }
        out.flush();
    }

    private static String line(BlastMove move) {
        return Shown.of(move.admissionNumber())
                + " "
                + move.key()
                + " "
                + move.atNow().words()
                + ": "
                + move.before().words().zh()
                + " → "
                + move.now().words().zh()
                + "（用公布的线/at the published line: "
                + move.kept().words().zh()
                + "）";
    }
}

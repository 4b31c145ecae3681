package cutscore.cli;

import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.FrontierReport;
import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.rule.RuleReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code line determine}: from files to a dossier. */
@Command(
        name = "determine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "由名册、地区和规则测算单独划线 / Determine the line from roster, areas and rule",
        description = {
            "写出档案（规范 JSON）：规则、输入文件的摘要、每个键的全部计数与结论。任何一行有错，整份名册不用，什么也不写。",
            "Writes the dossier (canonical JSON): the rule, the inputs' digests, every count and"
                    + " the outcome. One bad row and the roster is not used; nothing is written."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore line determine --roster roster.csv --areas areas.csv --rule rule.json --out"
                    + " dossier.json",
            "  cutscore line determine --roster a.csv --roster b.csv --areas areas.csv --rule"
                    + " rule.json --pack pack.json > dossier.json",
            "  rule.json: {\"session\":\"2023-1\",\"key\":\"level\",\"pool\":\"registered\"}  ({} ="
                    + " 默认/defaults)"
        })
final class LineDetermine implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--roster",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "名册 CSV，可多个 / the roster, one or more files")
    private List<Path> rosters;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "FILE",
            description =
                    "规则 JSON / the rule: session, key, shape, national, grid, sat, pool, floor")
    private Path rule;

    @Mixin private LineFiles files;
    @Mixin private ReadingWay way;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "档案写到此文件，否则写到标准输出 / write the dossier here, else to stdout")
    private @Nullable Path out;

    @Option(
            names = "--pack",
            paramLabel = "FILE",
            description = "另写公开数据包 / also write the public pack, for outsiders")
    private @Nullable Path pack;

    @Option(
            names = "--frontier",
            paramLabel = "FILE",
            description = {
                "另写全部不能再低的合法线：perSubject 各向量，totalAndFloor 各下限的最低总分",
                "also write every lawful line that cannot be lowered: vectors of marks, or the"
                        + " lowest total for each floor"
            })
    private @Nullable Path frontier;

    @Option(names = "--json", description = "即使有 --out 也打印档案 / print the dossier even with --out")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        for (Path target :
                java.util.stream.Stream.of(out, pack, frontier).filter(p -> p != null).toList()) {
            OutputFile.folderOf(target);
        }
        var table = files.table();
        var read =
                RuleReader.read(
                        rule.toString(), InputFile.text(rule), LineFiles.sharedNational(table));
        if (!read.sessionStated()) {
            var what =
                    new Words(
                            "规则没有写考次，按 " + read.rule().session() + " 计",
                            "the rule names no session; " + read.rule().session() + " is taken");
            err.println(Note.of("SESSION_ASSUMED", rule.toString(), what).text());
        }
        var determined = files.determine(read.rule(), rosters, table, Optional.empty(), err, way);
        if (pack != null) {
            OutputFile.write(pack, PublicPack.of(read.rule(), determined.counts()).bytes());
        }
        if (frontier != null) {
            var report = FrontierReport.of(read.rule(), determined.counts());
            OutputFile.write(frontier, report.bytes());
        }
        if (out != null) {
            OutputFile.write(out, determined.dossier().bytes());
        }
        print(determined.dossier());
        return 0;
    }

    private void print(Dossier dossier) {
        PrintWriter to = spec.commandLine().getOut();
        if (out == null || json) {
            to.print(dossier.toJson().canonical());
        } else {
            dossier.keys().forEach(key -> to.println(sentence(key)));
        }
        to.flush();
    }

    private static String sentence(MeasuredKey key) {
        String counts =
                " (全国/national "
                        + key.nationalPassed()
                        + "/"
                        + key.examinees()
                        + ", 地区/pool "
                        + key.pool()
                        + ")";
        return key.key()
                + "\t"
                + switch (key.outcome()) {
                    case SeparateLine line ->
                            line.line().words().zh()
                                    + " / "
                                    + line.line().words().en()
                                    + ", "
                                    + line.passed()
                                    + " 人/people"
                                    + counts;
                    case NationalLineStands(var reason) ->
                            "不单独划线 / the national line stands, " + reason + counts;
                };
    }
}

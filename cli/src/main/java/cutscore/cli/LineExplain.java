package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.explain.ExplainedLine;
import cutscore.kernel.roster.Examinee;
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
import picocli.CommandLine.Parameters;

/** {@code line explain}: why one examinee is in or out. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "说明一名考生为什么在内或不在内 / Explain why an examinee is in or out",
        description = {
            "由测算时的同一判断得出：是否计入、地区事实及其来源、逐科差几分、什么会改变结论。给出档案时，先由这些文件重算，"
                    + "一致才说明。退出码：0 在内，1 不在内，2 读不了或名册里没有此人。",
            "Told from what the determination itself found: counted or not, the area and its"
                + " source, subject by subject in points, what would change it. A dossier, when"
                + " given, is recomputed from these files first. Exit 0 in, 1 out, 2 unreadable or"
                + " not on the roster."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore line explain --admission A0000017 --roster roster.csv --areas areas.csv"
                    + " --rule rule.json",
            "  cutscore line explain --admission A0000017 --roster roster.csv --areas areas.csv"
                    + " --declared declared.csv --json dossier.json"
        })
final class LineExplain implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DOSSIER",
            description = "档案，代替 --rule / the dossier, instead of --rule")
    private @Nullable Path file;

    @Option(
            names = "--admission",
            required = true,
            paramLabel = "NUMBER",
            description = "准考证号 / the admission number")
    private String admission;

    @Option(
            names = "--roster",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "名册 CSV，可多个 / the roster, one or more files")
    private List<Path> rosters;

    @Option(names = "--rule", paramLabel = "FILE", description = "规则 JSON / the rule")
    private @Nullable Path rule;

    @Mixin private LineFiles files;

    @Option(names = "--json", description = "规范 JSON / canonical JSON")
    private boolean json;

    private Optional<Examinee> found = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if ((rule == null) == (file == null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "请给出 --rule 或档案，二者择一 / give either --rule or a dossier");
        }
        PrintWriter err = spec.commandLine().getErr();
        var determined = file == null ? byRule(err) : byDossier(file, err);
        var examinee = found.orElseThrow(this::notOnTheRoster);
        var explained =
                new ExplainedLine(
                                determined.dossier().rule(),
                                determined.dossier().keys(),
                                determined.facts())
                        .explain(examinee);
        print(explained);
        return explained.isIn() ? 0 : 1;
    }

    private LineFiles.Determined byRule(PrintWriter err) throws IOException {
        var table = files.table();
        Path ruleFile = java.util.Objects.requireNonNull(rule);
        var read =
                RuleReader.read(
                        ruleFile.toString(),
                        InputFile.text(ruleFile),
                        LineFiles.sharedNational(table));
        return files.determine(read.rule(), rosters, table, Optional.empty(), err, _ -> this::look);
    }

    private LineFiles.Determined byDossier(Path dossier, PrintWriter err) throws IOException {
        return StatedDossier.read(dossier)
                .determine(files, rosters, files.table(), err, _ -> this::look);
    }

    private void look(Examinee examinee) {
        if (examinee.admissionNumber().equals(admission)) {
            found = Optional.of(examinee);
        }
    }

    private Unreadable notOnTheRoster() {
        String shown = Shown.of(admission);
        return new Unreadable(
                Fault.of(
                        "NOT_ON_THE_ROSTER",
                        new Words("名册里没有准考证号 " + shown, "nobody on the roster has " + shown),
                        new Words("核对准考证号和名册文件", "check the number and the roster's files")));
    }

    private void print(ExplainedExaminee explained) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(explained.toJson().canonical());
        } else {
            out.println(
                    Shown.of(explained.admissionNumber()) + " " + explained.qualification().name());
            explained.sentences().forEach(sentence -> out.println("  " + sentence));
        }
        out.flush();
    }
}

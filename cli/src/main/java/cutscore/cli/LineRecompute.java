package cutscore.cli;

import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.DossierComparison;
import cutscore.kernel.line.DossierComparison.Difference;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code line recompute}: the dossier again, from the roster or from the public pack. */
@Command(
        name = "recompute",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "复算一份划线档案 / Recompute a dossier and compare",
        description = {
            "用名册复算：除引擎版本外全部比对；用公开数据包复算：只比对 keys。一致退出 0；不一致列出差异，退出 1。",
            "From the roster everything but the engine's version is compared; from a public pack"
                    + " the keys only. Exit 0 when identical, 1 with a list of what differs."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore line recompute dossier.json --roster roster.csv --areas areas.csv",
            "  cutscore line recompute dossier.json --pack pack.json"
        })
final class LineRecompute implements Callable<Integer> {
    private static final int MOST_SHOWN = 200;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "档案 / the dossier that line determine wrote")
    private Path file;

    @Parameters(index = "1..*", hidden = true)
    private List<Path> moreRosters = new ArrayList<>();

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "名册 CSV，可重复 / the roster; may be repeated")
    private List<Path> rosters = new ArrayList<>();

    @Mixin private LineFiles files;
    @Mixin private ReadingWay way;

    @Option(
            names = "--pack",
            paramLabel = "FILE",
            description = "公开数据包，代替名册 / the public pack, instead of the roster")
    private @Nullable Path pack;

    @Option(names = "--json", description = "机器可读 / machine-readable")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        rosters.addAll(moreRosters);
        if ((pack == null) == rosters.isEmpty() || (pack != null && files.anyGiven())) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "请给出 --roster 和 --areas，或者 --pack，二者择一 / give either --roster and --areas, or"
                            + " --pack");
        }
        String text = InputFile.text(file);
        var dossier = Dossier.read(file.toString(), text);
        var stated = Json.parseObject(text);
        tellAbout(dossier, stated, text);
        return report(pack == null ? fromRoster(dossier, stated) : fromPack(pack, dossier, stated));
    }

    private void tellAbout(Dossier dossier, Json.Obj stated, String text) {
        PrintWriter err = spec.commandLine().getErr();
        var ours = Dossier.Engine.OURS;
        if (!dossier.engine().name().equals(ours.name())) {
            err.println(
                    "注/note: 这份档案出自另一引擎 / this dossier comes from another engine: "
                            + cutscore.kernel.csv.Shown.of(dossier.engine().name()));
        } else if (!dossier.engine().equals(ours)) {
            err.println("注/note: 引擎版本不同 / another engine version; ours is " + ours.version());
        }
        if (!stated.canonical().equals(text)) {
            err.println("注/note: 文件不是规范 JSON / the file is not canonical JSON (RFC 8785)");
        }
        for (var province : dossier.missing()) {
            err.println(
                    "注/note: 档案写明缺少的省，重算不能证明 / named as missing, which no recomputation"
                            + " proves: "
                            + province.province()
                            + " "
                            + cutscore.kernel.csv.Shown.of(province.why()));
        }
    }

    private List<Difference> fromRoster(Dossier dossier, Json.Obj stated) throws IOException {
        var again =
                files.determine(
                        dossier.rule(),
                        rosters,
                        files.table(),
                        dossier.examDay(),
                        spec.commandLine().getErr(),
                        way);
        return DossierComparison.between(
                stated, again.dossier().missing(dossier.missing()).toJson());
    }

    private List<Difference> fromPack(Path packFile, Dossier dossier, Json.Obj stated)
            throws IOException {
        var counts = PublicPack.read(packFile.toString(), InputFile.text(packFile));
        if (!counts.rule().equals(dossier.rule())) {
            return DossierComparison.between(
                    ruleOf(dossier.rule().toJson()), ruleOf(counts.rule().toJson()));
        }
        var again = Dossier.of(dossier.rule(), counts.keys(), List.of(), Optional.empty());
        return DossierComparison.between(keysOf(stated), keysOf(again.toJson()));
    }

    /** A pack tells of the rule it was made by and of no other. */
    private static Json ruleOf(Json rule) {
        return Json.object().put("rule", rule).build();
    }

    private static Json keysOf(Json.Obj dossier) {
        return Json.object().put("keys", dossier.get("keys")).build();
    }

    private int report(List<Difference> differences) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(asJson(differences).pretty());
        } else if (differences.isEmpty()) {
            out.println("一致 / identical");
        } else {
            out.println("不一致 / not identical: " + differences.size());
            differences.stream().limit(MOST_SHOWN).forEach(d -> out.println("  " + d));
        }
        out.flush();
        return differences.isEmpty() ? 0 : 1;
    }

    private static Json asJson(List<Difference> differences) {
        var listed =
                differences.stream()
                        .map(
                                d ->
                                        Json.object()
                                                .put("path", d.path())
                                                .put("dossier", d.dossier())
                                                .put("recomputed", d.recomputed())
                                                .build())
                        .toList();
        return Json.object()
                .put("identical", differences.isEmpty())
                .put("differences", Json.array(listed))
                .build();
    }
}

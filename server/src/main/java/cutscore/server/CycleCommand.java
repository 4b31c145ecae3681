package cutscore.server;

import cutscore.kernel.circular.CircularReader;
import cutscore.kernel.seal.Json;
import cutscore.server.cycle.CycleFolder;
import cutscore.server.cycle.Replays;
import cutscore.server.cycle.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job without a screen. */
@Command(
        name = "cycle",
        mixinStandardHelpOptions = true,
        header = "从通知到可验证的证书，一条命令走完 / from circular to verified certificates",
        description = {
            "读入一份申领通知，用虚构的（或给定的）名册，把整个考次从头走到尾：地区、申报、审核、划线、备案、公布、证书、一次宣布无效、验证。"
                    + "数据库是临时的，用完即删；同样的输入和种子得到同样的卷宗和存证根。",
            "Plays one whole exam session through the server's own doors on a temporary database."
                    + " The same inputs and seed give the same dossier bytes and ledger root."
        },
        footer = {
            "",
            "例 / Example:",
            "  ./cutscore cycle --circular examples/circulars/sichuan-2023H1.txt --examinees 5000"
                    + " --seed 7 --out out"
        })
final class CycleCommand implements Callable<Integer> {
    @Option(
            names = "--circular",
            paramLabel = "FILE",
            required = true,
            description = "通知的文本 / the circular's text")
    private Path circular = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "写到哪里；必须不存在或为空 / where to write; absent or empty")
    private Path out = Path.of("");

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "给定的名册（CSV）；不给就虚构一份 / a roster of your own; without it one is invented")
    private @Nullable Path roster;

    @Option(
            names = "--examinees",
            paramLabel = "N",
            description = "虚构多少考生（默认 50000） / how many to invent (default: 50000)")
    private long examinees = 50_000;

    @Option(names = "--seed", paramLabel = "S", description = "种子（默认 1） / seed (default: 1)")
    private long seed = 1;

    @Option(names = "--json", description = "把 summary.json 写到标准输出 / the summary on stdout")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Sizes.require(spec.commandLine(), examinees);
        String text = CircularReader.text(Files.readAllBytes(circular));
        var folder = CycleFolder.claim(out);
        var work = Files.createTempDirectory("cutscore-cycle-");
        SpringApplication.getShutdownHandlers().add(() -> sweep(folder, work));
        var progress = new StageLine(spec.commandLine().getErr());
        var script =
                new Script(
                        text,
                        Optional.ofNullable(roster),
                        examinees,
                        seed,
                        folder.file("roster.csv"));
        try (var server = Start.withoutPort(settings(work))) {
            var replayed = server.getBean(Replays.class).play(script, progress);
            var summary = server.getBean(Replays.class).write(replayed, folder, progress);
            folder.deliver();
            report(summary);
        } finally {
            sweep(folder, work);
        }
        return 0;
    }

    private Map<String, String> settings(Path work) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("cutscore.environment", "cycle");
        settings.put("cutscore.folder", work.toString());
        settings.put("cutscore.seed", Long.toString(seed));
        settings.put("cutscore.database-url", "");
        return settings;
    }

    private void report(Json.Obj summary) {
        PrintWriter stdout = spec.commandLine().getOut();
        if (json) {
            stdout.print(summary.pretty());
        } else {
            SummaryText.lines(summary, out).forEach(stdout::println);
        }
        stdout.flush();
    }

    private static void sweep(CycleFolder folder, Path work) {
        folder.abandon();
        FileSystemUtils.deleteRecursively(work.toFile());
    }
}

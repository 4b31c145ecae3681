package cutscore.server;

import cutscore.server.cycle.Replayed;
import cutscore.server.cycle.Replays;
import cutscore.server.cycle.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A played exam session with a server to look at it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "内置数据库 + 网站 + 虚构的一个考次 / an invented exam session on a web site of its own",
        description = {
            "按真实的四川 2023 年上半年通知，把虚构考生的整个考次走完，再打开网站，打印地址和演示账号。数据留在 ./data/demo，再次启动只要几秒。"
                    + "人员和数字都是虚构的。",
            "Plays a session of invented examinees by the real Sichuan circular of 2023H1, then"
                + " opens the web site and prints its address and demo sign-ins. The data stay in"
                + " ./data/demo; a second start takes seconds. Everybody and every figure is"
                + " invented."
        },
        footer = {
            "",
            "例 / Examples:",
            "  ./cutscore demo",
            "  ./cutscore demo --port 9000 --examinees 50000 --seed 7 --fresh"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String CIRCULAR = "/cutscore/server/cycle/sichuan-2023H1.txt";
    private static final String LATE = "/cutscore/server/cycle/national-late-claim-2024.txt";

    @Option(names = "--port", paramLabel = "PORT", description = "端口 / port (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--examinees",
            paramLabel = "N",
            description = "虚构多少考生（默认 20000） / how many to invent (default: 20000)")
    private long examinees = 20_000;

    @Option(names = "--seed", paramLabel = "S", description = "种子（默认 1） / seed (default: 1)")
    private long seed = 1;

    @Option(names = "--fresh", description = "丢弃上次的演示数据 / throw the last demonstration away")
    private boolean fresh;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "演示数据放在哪里（默认 data/demo） / where its data live (default: data/demo)")
    private Path data = Path.of("data", "demo");

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sizes.require(spec.commandLine(), examinees);
        Ports.require(spec.commandLine(), port);
        try (var folder = DemoFolder.open(data)) {
            String circular = packed(CIRCULAR);
            var wanted = new DemoMark.Wanted(seed, examinees, circular);
            var kept = fresh ? Optional.<DemoMark>empty() : folder.mark(wanted);
            var mark = kept.isPresent() ? kept.get() : play(folder, wanted);
            serve(mark);
        }
        return 0;
    }

    private DemoMark play(DemoFolder folder, DemoMark.Wanted wanted) throws IOException {
        folder.clear();
        var err = spec.commandLine().getErr();
        err.println("正在准备演示数据（首次不到一分钟） / preparing the demonstration (once) …");
        err.flush();
        var script =
                new Script(
                        wanted.circular(),
                        Optional.empty(),
                        examinees,
                        seed,
                        folder.file("roster.csv"));
        Replayed replayed;
        try (var server = Start.withoutPort(settings())) {
            var replays = server.getBean(Replays.class);
            replayed = replays.goOnInto(replays.play(script, new StageLine(err)), packed(LATE));
        }
        var lag = Duration.between(replayed.ended(), InstantSource.system().instant());
        var mark = new DemoMark(lag, replayed.signIns(), replayed.samples());
        folder.keep(wanted, mark);
        return mark;
    }

    private void serve(DemoMark mark) throws InterruptedException {
        var settings = settings();
        settings.put("server.port", Integer.toString(port));
        settings.put("cutscore.lag", mark.lag().toString());
        try (var server = Start.with(settings, List.of())) {
            PrintWriter out = spec.commandLine().getOut();
            Greeting.demonstrated(mark, port, out);
            Start.untilStopped(server);
        }
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("cutscore.environment", "demo");
        settings.put("cutscore.folder", data.toString());
        settings.put("cutscore.seed", Long.toString(seed));
        settings.put("cutscore.database-url", "");
        settings.put("server.address", "127.0.0.1");
        return settings;
    }

    private static String packed(String notice) throws IOException {
        try (var text = DemoCommand.class.getResourceAsStream(notice)) {
            if (text == null) {
                throw new IOException("the notice is not packed: " + notice);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

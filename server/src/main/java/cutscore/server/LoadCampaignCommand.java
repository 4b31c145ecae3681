package cutscore.server;

import cutscore.server.campaign.Closing;
import cutscore.server.campaign.LoadedServer;
import cutscore.server.campaign.OpenDay;
import cutscore.server.campaign.Person;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The open day and the last minutes. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        header = "开放首日与截止前的高峰 / the open day and the last minutes",
        description = {
            "独立的服务进程和虚构考生，按固定速度到达（开放式负载），生成器与服务共用本机。先走一段热身，再按 ×1、×2、×5 走真实页面；然后是截止前后：每一份都按到达时间判断。",
            "A server of its own and invented examinees who arrive at a fixed rate whatever it"
                + " does; generator and server share this machine. After warming up, the real pages"
                + " at ×1, ×2, ×5; then the seconds around a close, where every single one must be"
                + " judged by its arrival. Exit 1: one was lost, doubled or judged wrongly."
        },
        footer = {"", "例 / Example:", "  ./cutscore campaign load --rate 20 --seconds 60"})
final class LoadCampaignCommand implements Callable<Integer> {
    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "×1 时每秒几人（默认 20） / people a second at ×1 (default: 20)")
    private int rate = 20;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "每档几秒（默认 60） / seconds of each step (default: 60)")
    private int seconds = 60;

    @Option(
            names = "--steps",
            split = ",",
            paramLabel = "N",
            description = "倍数（默认 1,2,5） / multiples (default: 1,2,5)")
    private List<Integer> steps = List.of(1, 2, 5);

    @Option(
            names = "--closing",
            paramLabel = "N",
            description = "截止前后多少人（默认 4000） / people around the close (default: 4000)")
    private int closing = 4_000;

    @Option(
            names = "--closing-seconds",
            paramLabel = "S",
            description = "截止前几秒开始（默认 30） / from how long before it (default: 30)")
    private int closingSeconds = 30;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("cutscore-campaign-");
        try {
            return run(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private int run(Path folder) throws IOException, InterruptedException {
        int people = rate * seconds;
        for (int step : steps) {
            people += rate * seconds * step;
        }
        String secret = DeclarationCampaignCommand.secret();
        List<Person> crowd;
        Scenes.Standing before;
        Instant closes;
        var length =
                Duration.ofSeconds(
                        60L + seconds * (steps.size() + 1L) * 2 + closingSeconds * 2L + 60);
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var scenes = house.getBean(Scenes.class);
            crowd = scenes.people(people + closing, folder, secret);
            closes = scenes.open(length);
            before = scenes.standing();
        }
        var declared = new ArrayList<String>();
        int[] accepted = new int[2];
        int port = DeclarationCampaignCommand.freePort();
        try (var server = LoadedServer.start(folder, port, secret)) {
            int from = 0;
            int to = rate * seconds;
            opened("热身 warming up", port, rate, crowd.subList(from, to), declared);
            for (int step : steps) {
                from = to;
                to += rate * seconds * step;
                opened("×" + step, port, rate * step, crowd.subList(from, to), declared);
            }
            closed(server, port, crowd.subList(people, people + closing), closes, accepted);
        }
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var now = house.getBean(Scenes.class).standing();
            long there = now.declared() - before.declared();
            long acts = now.acts() - before.acts();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "核对 compared: acknowledged %,d · declarations %,d of %,d people · acts"
                                    + " %,d · judged wrongly %d%n",
                            declared.size() + accepted[0],
                            there,
                            now.people(),
                            acts,
                            accepted[1]);
            boolean sound =
                    there >= declared.size() + accepted[0]
                            && there == now.people()
                            && acts == there
                            && accepted[1] == 0;
            return sound ? 0 : 1;
        }
    }

    private void opened(
            String what, int port, int aSecond, List<Person> people, List<String> declared)
            throws InterruptedException {
        var ran = new OpenDay(port).run(people, aSecond);
        declared.addAll(ran.declared());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s · %d/s, %,d people in %d s · declared %.1f/s · %s%n",
                what,
                aSecond,
                people.size(),
                ran.seconds(),
                (double) ran.declared().size() / ran.seconds(),
                ran.outcomes());
        times(out, "submit", ran.submits());
        times(out, "pages", ran.pages());
        times(out, "public", ran.publics());
        times(out, "sent to wait", ran.sheds());
        out.flush();
    }

    private static void times(PrintWriter out, String what, List<Long> sorted) {
        if (!sorted.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "    %-14s %,7d  p50 %,6d ms  p95 %,6d ms  p99 %,6d ms  max %,6d ms%n",
                    what,
                    sorted.size(),
                    at(sorted, 50),
                    at(sorted, 95),
                    at(sorted, 99),
                    at(sorted, 100));
        }
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private void closed(
            LoadedServer server, int port, List<Person> people, Instant closes, int[] accepted)
            throws InterruptedException {
        server.mustRun();
        var ran = new Closing(port).run(people, closes, Duration.ofSeconds(closingSeconds), rate);
        accepted[0] = ran.accepted();
        accepted[1] = ran.wrong() + ran.outside();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "截止 close · sent %,d · accepted %,d · refused %,d · shed %,d · failed %,d · wrong"
                        + " %d · arrival outside its bounds %d%n",
                ran.sent(),
                ran.accepted(),
                ran.refused(),
                ran.shed(),
                ran.failed(),
                ran.wrong(),
                ran.outside());
        times(out, "answered in", ran.answerMillis());
        var late = ran.lateMicros();
        if (!late.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "    arrival noted after leaving: p50 %,d µs  p99 %,d µs  max %,d µs%n",
                    at(late, 50),
                    at(late, 99),
                    at(late, 100));
        }
        out.flush();
    }
}

package cutscore.server;

import cutscore.server.campaign.LoadedServer;
import cutscore.server.campaign.OpenDay;
import cutscore.server.campaign.Opened;
import cutscore.server.campaign.Person;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The open day. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        header = "开放首日的高峰 / the open day",
        description = {
            "独立的服务进程和虚构考生，按固定速度到达（开放式负载），生成器与服务共用本机。每人用口令登录、看规则、填草稿、分片上传照片、提交、看回执。先热身，再按 ×1、×2、×5。",
            "A server of its own and invented examinees who arrive at a fixed rate whatever it"
                + " does; generator and server share this machine. Each signs in with a password,"
                + " reads the rules, fills the draft, sends photographs in pieces, submits, reads"
                + " the receipt. After warming up, at ×1, ×2, ×5. Exit 1: a goal was missed."
        },
        footer = {
            "",
            "例 / Examples:",
            "  ./cutscore campaign load",
            "  ./cutscore campaign load --rate 20 --seconds 60 --docs docs/benchmarks.md",
            "  ./cutscore campaign load --full"
        })
final class LoadCampaignCommand implements Callable<Integer> {
    private static final int FULL_RATE = 20;
    private static final int FULL_SECONDS = 300;
    private static final int AFTER_SECONDS = 10;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "×1 时每秒几人（默认 1） / people a second at ×1 (default: 1)")
    private int rate = 1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "每档几秒（默认 40） / seconds of each step (default: 40)")
    private int seconds = 40;

    @Option(
            names = "--times",
            split = ",",
            paramLabel = "N",
            description = "倍数（默认 1,2,5） / multiples (default: 1,2,5)")
    private List<Integer> times = List.of(1, 2, 5);

    @Option(
            names = "--uploads",
            paramLabel = "N",
            description = "每人几张 300 kB 的照片（默认 2） / photographs of 300 kB each (default: 2)")
    private int uploads = 2;

    @Option(names = "--full", description = "每秒 20 人，每档 5 分钟 / 20 a second, five minutes a step")
    private boolean full;

    @Option(
            names = "--docs",
            paramLabel = "FILE",
            description = "写进这份文件的一节 / write a section of this file")
    private @Nullable Path docs;

    @Option(names = "--note", paramLabel = "TEXT", description = "写在表下 / stands below the table")
    private String note = "";

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        rate = full ? FULL_RATE : rate;
        seconds = full ? FULL_SECONDS : seconds;
        if (rate < 1 || seconds < 5 || uploads < 0 || times.isEmpty() || times.contains(0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "数目太小 / the numbers are too small");
        }
        try (var folder = CampaignFolder.make()) {
            return run(folder);
        }
    }

    /** One run of a step, with its people. */
    private record Step(String title, int aSecond, List<Person> people) {}

    private int run(CampaignFolder folder) throws IOException, InterruptedException {
        var sizes = new ArrayList<Integer>(List.of(rate * Math.min(seconds, 20)));
        times.forEach(multiple -> sizes.add(rate * multiple * seconds));
        sizes.add(rate * AFTER_SECONDS);
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        var before = new Scenes.Standing[1];
        var crowd =
                folder.played(
                        scenes -> {
                            var people = scenes.people(all, folder.path(), folder.secret());
                            scenes.open(Duration.ofDays(1));
                            before[0] = scenes.standing();
                            return people;
                        });
        var steps = steps(sizes, crowd);
        var opened = new ArrayList<Opened>();
        int port = CampaignFolder.freePort();
        var day = new OpenDay(port, uploads);
        try (var server = LoadedServer.start(folder.path(), port, folder.secret())) {
            for (var step : steps) {
                server.mustRun();
                tell("▸ " + step.title + ", " + step.aSecond + "/s");
                opened.add(day.run(step.people, step.aSecond));
            }
        }
        var receipts = new HashMap<String, String>();
        opened.forEach(step -> receipts.putAll(step.receipts()));
        var kept = folder.played(scenes -> compared(scenes, before[0], receipts));
        return report(new OpenDayGoals(opened, kept), day.photoBytes());
    }

    private List<Step> steps(List<Integer> sizes, List<Person> crowd) {
        var steps = new ArrayList<Step>();
        int from = 0;
        for (int i = 0; i < sizes.size(); i++) {
            boolean counted = i > 0 && i <= times.size();
            String title = i == 0 ? "warming up" : counted ? "×" + times.get(i - 1) : "afterwards";
            int aSecond = counted ? rate * times.get(i - 1) : rate;
            steps.add(new Step(title, aSecond, crowd.subList(from, from + sizes.get(i))));
            from += sizes.get(i);
        }
        return steps;
    }

    private static OpenDayGoals.Kept compared(
            Scenes scenes, Scenes.Standing before, Map<String, String> receipts) {
        var now = scenes.standing();
        long there = now.declared() - before.declared();
        return new OpenDayGoals.Kept(
                receipts.size(),
                scenes.lost(receipts),
                there - now.people(),
                now.acts() - before.acts() - there);
    }

    private int report(OpenDayGoals goals, int photoBytes) throws IOException {
        var out = new StringBuilder();
        out.append("## The open day\n\n");
        out.append(
                String.format(
                        Locale.ROOT,
                        "`./cutscore campaign load --rate %d --seconds %d --times %s --uploads %d`:"
                            + " %d processors for the server, PostgreSQL, the examining of files"
                            + " and the crowd together. People arrive at a fixed rate whatever"
                            + " happens; each: front page, rules, password, draft, %d photographs"
                            + " of %,d bytes in pieces, submit, receipt, without a pause.%n%n",
                        rate,
                        seconds,
                        String.join(",", times.stream().map(String::valueOf).toList()),
                        uploads,
                        Runtime.getRuntime().availableProcessors(),
                        uploads,
                        photoBytes));
        out.append(goals.table(times));
        out.append(note.isEmpty() ? "" : "\n" + note + "\n");
        PrintWriter to = spec.commandLine().getOut();
        to.print(out);
        to.flush();
        if (docs != null) {
            new DocsSection("campaign load").write(docs, out.toString());
        }
        return goals.areMet() ? 0 : 1;
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}

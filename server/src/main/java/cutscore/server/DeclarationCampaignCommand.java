package cutscore.server;

import cutscore.kernel.seal.Json;
import cutscore.server.campaign.Comparison;
import cutscore.server.campaign.CutCampaign;
import cutscore.server.campaign.Person;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A crowd declares while the plug is pulled. */
@Command(
        name = "declarations",
        mixinStandardHelpOptions = true,
        header = "申报高峰中反复断电 / the plug is pulled while a crowd declares",
        description = {
            "启动一个独立的服务进程，让虚构考生申报，随机 kill -9 服务或 PostgreSQL 并重启，最后逐一核对：拿到回执的申报都在，且只有一份，存证里也有。",
            "Starts a server of its own, lets invented examinees declare, kills the server or"
                    + " PostgreSQL with SIGKILL at random moments and starts it again; then every"
                    + " acknowledged declaration must be there, once, and in the ledger. Exit 0:"
                    + " so it is; 1: it is not."
        },
        footer = {
            "",
            "例 / Example:",
            "  ./cutscore campaign declarations --server-cuts 50 --database-cuts 250 --minutes 30"
        })
final class DeclarationCampaignCommand implements Callable<Integer> {
    @Option(
            names = "--server-cuts",
            paramLabel = "N",
            description = "kill -9 服务几次（默认 10） / kills of the server (default: 10)")
    private int serverCuts = 10;

    @Option(
            names = "--database-cuts",
            paramLabel = "N",
            description = "kill -9 PostgreSQL 几次（默认 50） / kills of PostgreSQL (default: 50)")
    private int databaseCuts = 50;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "虚构多少人（默认 40000） / how many people (default: 40000)")
    private int people = 40_000;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "最多几分钟（默认 30） / minutes after which it stops (default: 30)")
    private long minutes = 30;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "种子；不给就新取一个并写出 / seed; without it a fresh one, which is told")
    private @Nullable Long seed;

    @Option(
            names = "--control",
            description =
                    "反例：把没有答复的也当作已受理，应当查出丢失 / the control: believes what was not"
                            + " answered; losses must be found")
    private boolean control;

    @Option(names = "--json", description = "JSON")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (serverCuts < 0 || databaseCuts < 0 || people < 100 || minutes < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "数目太小 / the numbers are too small");
        }
        long drawn = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        PrintWriter err = spec.commandLine().getErr();
        err.printf(Locale.ROOT, "种子 / seed %d%n", drawn);
        err.flush();
        var folder = Files.createTempDirectory("cutscore-campaign-");
        try {
            return run(folder, drawn, err);
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private int run(Path folder, long drawn, PrintWriter err)
            throws IOException, InterruptedException {
        String secret = secret();
        List<Person> crowd;
        Scenes.Standing before;
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var scenes = house.getBean(Scenes.class);
            crowd = scenes.people(people, folder, secret);
            scenes.open(Duration.ofDays(1));
            before = scenes.standing();
        }
        err.printf(Locale.ROOT, "▸ %,d people%n", people);
        err.flush();
        var campaign =
                new CutCampaign(
                        folder,
                        freePort(),
                        secret,
                        line -> {
                            err.println("▸ " + line);
                            err.flush();
                        });
        var wanted =
                new CutCampaign.Wanted(
                        drawn, serverCuts, databaseCuts, Duration.ofMinutes(minutes), control);
        var ran = campaign.run(wanted, crowd);
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var found = Comparison.of(house.getBean(Scenes.class), before, ran.receipts());
            report(drawn, ran, found);
            return found.isSound() && ran.faults().isEmpty() ? 0 : 1;
        }
    }

    private void report(long drawn, CutCampaign.Ran ran, Comparison.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        var healed = ran.healedMillis().stream().sorted().toList();
        if (json) {
            var counts = Json.object();
            ran.counts().forEach(counts::put);
            out.print(
                    Json.object()
                            .put("seed", drawn)
                            .put("serverCuts", ran.serverCuts())
                            .put("databaseCuts", ran.databaseCuts())
                            .put("acknowledged", ran.receipts().size())
                            .put("declared", found.declared())
                            .put("lost", found.lost().size())
                            .put("doubled", found.doubled())
                            .put("unaccountedActs", found.unaccounted())
                            .put("faults", ran.faults().size())
                            .put("healedMillisMedian", at(healed, 50))
                            .put("healedMillisMost", at(healed, 100))
                            .put("counts", counts.build())
                            .build()
                            .pretty());
        } else {
            ran.counts().forEach((what, n) -> out.printf(Locale.ROOT, "%,12d  %s%n", n, what));
            out.printf(
                    Locale.ROOT,
                    "种子 seed %d · 断 cuts %d server, %d PostgreSQL · 已受理 acknowledged %,d · 丢失 lost"
                            + " %d · 重复 doubled %d · 存证不符 unaccounted acts %d · 恢复 healed %d ms"
                            + " median, %d ms at most%n",
                    drawn,
                    ran.serverCuts(),
                    ran.databaseCuts(),
                    ran.receipts().size(),
                    found.lost().size(),
                    found.doubled(),
                    found.unaccounted(),
                    at(healed, 50),
                    at(healed, 100));
        }
        out.flush();
        ran.faults().stream().limit(5).forEach(spec.commandLine().getErr()::println);
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }

    static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

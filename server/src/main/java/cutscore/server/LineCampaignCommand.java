package cutscore.server;

import cutscore.kernel.seal.Json;
import cutscore.server.line.LineCampaigns;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The line's engines against each other. */
@Command(
        name = "line",
        mixinStandardHelpOptions = true,
        header = "随机名册，几个划线引擎逐位比对 / the line's engines on random rosters, byte for byte",
        description = {
            "随机造出靠近各种边界的小名册，逐份比对各个划线引擎的结果。数据库是临时的，用完即删。",
            "Draws small rosters near every edge of the definition and compares what the engines"
                    + " say of each, on a temporary database. Exit 0: all agree; 1: some do not."
        },
        footer = {
            "",
            "例 / Example:",
            "  ./cutscore campaign line --rosters 100000 --seed 20261122"
        })
final class LineCampaignCommand implements Callable<Integer> {
    private static final long TOLD_EVERY = 10_000;

    @Option(
            names = "--rosters",
            paramLabel = "N",
            description = "多少份名册（默认 100000） / how many rosters (default: 100000)")
    private long rosters = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "种子；不给就新取一个并写出 / seed; without it a fresh one, which is told")
    private @Nullable Long seed;

    @Option(
            names = "--first",
            paramLabel = "NUMBER",
            description = "从第几份起（默认 0） / number of the first roster (default: 0)")
    private long first;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "最多几分钟（默认 30） / minutes after which it stops (default: 30)")
    private long minutes = 30;

    @Option(names = "--json", description = "JSON")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (rosters < 1 || minutes < 1 || first < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "数目应大于 0 / numbers must be positive");
        }
        long drawn = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        PrintWriter err = spec.commandLine().getErr();
        err.printf(Locale.ROOT, "种子 / seed %d%n", drawn);
        err.flush();
        try (var folder = CampaignFolder.make();
                var server = folder.house(Map.of("cutscore.seed", Long.toString(drawn)))) {
            var ran =
                    server.getBean(LineCampaigns.class)
                            .run(drawn, first, rosters, Duration.ofMinutes(minutes), told(err));
            report(drawn, ran);
            return ran.disagreed() == 0 ? 0 : 1;
        }
    }

    private static LongConsumer told(PrintWriter err) {
        return done -> {
            if (done % TOLD_EVERY == 0) {
                err.printf(Locale.ROOT, "▸ %,d%n", done);
                err.flush();
            }
        };
    }

    private void report(long drawn, LineCampaigns.Ran ran) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            var counts = Json.object();
            ran.counts().forEach(counts::put);
            out.print(
                    Json.object()
                            .put("seed", drawn)
                            .put("first", first)
                            .put("rosters", ran.rosters())
                            .put("disagreed", ran.disagreed())
                            .put("counts", counts.build())
                            .build()
                            .pretty());
        } else {
            ran.counts().forEach((what, n) -> out.printf(Locale.ROOT, "%,12d  %s%n", n, what));
            out.printf(
                    Locale.ROOT,
                    "种子 seed %d · 名册 rosters %,d · 不一致 disagreed %,d%n",
                    drawn,
                    ran.rosters(),
                    ran.disagreed());
        }
        out.flush();
        ran.disagreements().forEach(spec.commandLine().getErr()::println);
    }
}

package cutscore.server;

import cutscore.server.campaign.CommitRace;
import cutscore.server.campaign.CommitRace.Turn;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Group commit beside one transaction for each request. */
@Command(
        name = "declarations",
        mixinStandardHelpOptions = true,
        header = "批量提交与逐笔提交并排 / group commit beside one transaction for each request",
        description = {
            "同样的语句，同样的持久性（fsync 开），同一次运行里交替测；数据库是临时的。输出 Markdown 表格。",
            "The same statements and durability (fsync on), in turns within one run, on a temporary"
                    + " database. Prints a table in Markdown."
        },
        footer = {"", "例 / Example:", "  ./cutscore bench declarations --rounds 3"})
final class DeclarationBenchCommand implements Callable<Integer> {
    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "同时等候的人数（默认 8,64,512） / waiting clients (default: 8,64,512)")
    private List<Integer> sizes = List.of(8, 64, 512);

    @Option(names = "--rounds", paramLabel = "N", description = "轮数（默认 3） / rounds (default: 3)")
    private int rounds = 3;

    @Option(
            names = "--each",
            paramLabel = "N",
            description = "每轮至少多少份（默认 800） / declarations a turn, at least (default: 800)")
    private int each = 800;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int people = 0;
        for (int size : sizes) {
            people += Math.max(each, size * 4) * 2 * (rounds + 1);
        }
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        var folder = Files.createTempDirectory("cutscore-bench-");
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var scenes = house.getBean(Scenes.class);
            scenes.roster(people, folder);
            scenes.open(Duration.ofDays(1));
            var turns =
                    house.getBean(CommitRace.class)
                            .run(sizes, rounds, each, turn -> told(err, turn));
            table(out, turns);
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
        return 0;
    }

    private static void told(PrintWriter err, Turn turn) {
        err.printf(
                Locale.ROOT,
                "▸ %d clients, %s: %,d/s%n",
                turn.clients(),
                turn.way(),
                turn.aSecond());
        err.flush();
    }

    private void table(PrintWriter out, List<Turn> turns) {
        out.println(
                "| waiting clients | declarations a turn | alone: a second | together: a second |"
                    + " together ÷ alone, median (least) | p99 alone | p99 together | CPU of the"
                    + " server, together ÷ alone |");
        out.println("|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int size : sizes) {
            var alone = of(turns, size, "alone");
            var together = of(turns, size, "together");
            out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %,d | %,d | %s (%s) | %,d ms | %,d ms | %s |%n",
                    size,
                    alone.getFirst().declared(),
                    median(alone.stream().map(Turn::aSecond).toList()),
                    median(together.stream().map(Turn::aSecond).toList()),
                    tenths(median(ratios(alone, together))),
                    tenths(ratios(alone, together).stream().min(Long::compare).orElse(0L)),
                    median(alone.stream().map(turn -> turn.micros(99) / 1000).toList()),
                    median(together.stream().map(turn -> turn.micros(99) / 1000).toList()),
                    tenths(
                            median(together.stream().map(Turn::cpuNanos).toList())
                                    * 10
                                    / Math.max(
                                            1,
                                            median(alone.stream().map(Turn::cpuNanos).toList()))));
        }
        out.flush();
    }

    /** Of each pair of turns, in tenths. */
    private static List<Long> ratios(List<Turn> alone, List<Turn> together) {
        return java.util.stream.IntStream.range(0, alone.size())
                .mapToObj(i -> together.get(i).aSecond() * 10 / Math.max(1, alone.get(i).aSecond()))
                .toList();
    }

    private static List<Turn> of(List<Turn> turns, int size, String way) {
        return turns.stream()
                .filter(turn -> turn.clients() == size && turn.way().equals(way))
                .toList();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String tenths(long value) {
        return value / 10 + "." + value % 10;
    }
}

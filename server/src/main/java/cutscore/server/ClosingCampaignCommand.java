package cutscore.server;

import cutscore.server.campaign.Closing;
import cutscore.server.campaign.LoadedServer;
import cutscore.server.campaign.Person;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The last minutes. */
@Command(
        name = "closing",
        mixinStandardHelpOptions = true,
        header = "截止前后，每一份都按到达时间判断 / around a close, each judged by its arrival",
        description = {
            "独立的服务进程和虚构考生，在截止前几分钟和截止后一秒内提交；每一份都要按到达时间判断，一份不错。",
            "A server of its own and invented examinees who submit in the minutes before a close"
                + " and the second after it, each at an instant drawn beforehand. Every single one"
                + " must be judged by its arrival. Exit 1: one was judged wrongly, lost or doubled."
        },
        footer = {"", "例 / Example:", "  ./cutscore campaign closing --forms 100000 --seconds 300"})
final class ClosingCampaignCommand implements Callable<Integer> {
    private static final int WARM = 400;

    @Option(
            names = "--forms",
            paramLabel = "N",
            description = "多少份（默认 100000） / how many (default: 100000)")
    private int forms = 100_000;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "截止前几秒开始（默认 300） / from how long before it (default: 300)")
    private int seconds = 300;

    @Option(
            names = "--start-seconds",
            paramLabel = "S",
            description =
                    "服务启动和热身最多几秒（默认 60） / what starting and warming up may take (default: 60)")
    private int startSeconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "种子；不给就新取一个并写出 / seed; without it a fresh one, which is told")
    private @Nullable Long seed;

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
        if (forms < 100 || seconds < 5) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "数目太小 / the numbers are too small");
        }
        long drawn = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        PrintWriter err = spec.commandLine().getErr();
        err.printf(Locale.ROOT, "种子 / seed %d%n", drawn);
        err.flush();
        try (var folder = CampaignFolder.make()) {
            return run(folder, drawn);
        }
    }

    private int run(CampaignFolder folder, long drawn) throws IOException, InterruptedException {
        var before = new Scenes.Standing[1];
        var closes = new Instant[1];
        var crowd =
                folder.played(
                        scenes -> {
                            var people =
                                    scenes.people(forms + WARM, folder.path(), folder.secret());
                            closes[0] = scenes.open(Duration.ofSeconds(startSeconds + seconds));
                            before[0] = scenes.standing();
                            return people;
                        });
        int port = CampaignFolder.freePort();
        Closing.Ran warm;
        Closing.Ran ran;
        try (var server = LoadedServer.start(folder.path(), port, folder.secret())) {
            if (new Closing(port).isPast(closes[0].minusSeconds(seconds + 15L))) {
                throw new IOException("starting took longer than --start-seconds");
            }
            warm = warmedUp(port, crowd.subList(forms, forms + WARM), closes[0], drawn);
            ran =
                    new Closing(port)
                            .run(
                                    crowd.subList(0, forms),
                                    closes[0],
                                    Duration.ofSeconds(seconds),
                                    drawn);
            server.mustRun();
        }
        int accepted = warm.accepted() + ran.accepted();
        return folder.played(scenes -> report(scenes, before[0], accepted, ran, drawn));
    }

    /** A few before anything is measured, all of them long before the close. */
    private Closing.Ran warmedUp(int port, List<Person> people, Instant closes, long drawn)
            throws InterruptedException {
        return new Closing(port)
                .run(people, closes.minusSeconds(seconds + 5L), Duration.ofSeconds(10), drawn);
    }

    private int report(
            Scenes scenes, Scenes.Standing before, int accepted, Closing.Ran ran, long drawn)
            throws IOException {
        var now = scenes.standing();
        long there = now.declared() - before.declared();
        long acts = now.acts() - before.acts();
        boolean sound =
                ran.wrong() == 0
                        && ran.outside() == 0
                        && ran.failed() == 0
                        && there == accepted
                        && there == now.people()
                        && acts == there;
        String text = text(ran, drawn, accepted, there, now.people(), acts, sound);
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        if (docs != null) {
            new DocsSection("campaign closing").write(docs, text);
        }
        return sound ? 0 : 1;
    }

    private String text(
            Closing.Ran ran,
            long drawn,
            int accepted,
            long there,
            int people,
            long acts,
            boolean sound) {
        var late = ran.lateMicros();
        var took = ran.answerMillis();
        return String.format(
                Locale.ROOT,
                """
                ## The last minutes

                `./cutscore campaign closing --forms %d --seconds %d --seed %d`: %d processors for all. A two-hundredth in the
                last second, as many in the first after the close. A wrong judgement is: accepted though it left after the close,
                refused though answered before it, or by another instant than the receipt names.

                | forms | accepted | refused | told to come again | without a judgement | **judged wrongly** |
                |--:|--:|--:|--:|--:|--:|
                | %,d | %,d | %,d | %,d | %,d | **%d** |

                Told an arrival more than 2 ms outside of what the sender knows for certain: %d (the furthest %,d µs).
                Arrival noted after leaving: p50 %,d µs, p99 %,d µs, most %,d µs. Answered in: p50 %,d ms, p95 %,d ms, p99 %,d ms.
                Acknowledged %,d, there %,d of %,d people, acts in the ledger %,d: %s.
                %s\
                """,
                forms,
                seconds,
                drawn,
                Runtime.getRuntime().availableProcessors(),
                ran.sent(),
                ran.accepted(),
                ran.refused(),
                ran.again(),
                ran.failed(),
                ran.wrong(),
                ran.outside(),
                ran.furthestMicros(),
                at(late, 50),
                at(late, 99),
                at(late, 100),
                at(took, 50),
                at(took, 95),
                at(took, 99),
                accepted,
                there,
                people,
                acts,
                sound ? "met" : "**missed**",
                note.isEmpty() ? "" : "\n" + note + "\n");
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }
}

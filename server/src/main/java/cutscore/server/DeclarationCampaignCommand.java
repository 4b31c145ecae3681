package cutscore.server;

import cutscore.kernel.seal.Json;
import cutscore.server.campaign.Comparison;
import cutscore.server.campaign.CutCampaign;
import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  ./cutscore campaign declarations --cuts 300 --of database --docs docs/benchmarks.md"
        })
final class DeclarationCampaignCommand implements Callable<Integer> {
    private static final int FEWEST = 4_000;
    private static final int PEOPLE_A_CUT = 200;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description = "各断几次（默认 20） / kills of each (default: 20)")
    private int cuts = 20;

    /** Whose plug is pulled. */
    enum Victim {
        server,
        database,
        both
    }

    @Option(
            names = "--of",
            paramLabel = "WHICH",
            description = "断谁：server、database、both（默认 both） / of which (default: both)")
    private Victim of = Victim.both;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "虚构多少人（默认按次数） / how many people (default: by the cuts)")
    private int people;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "最多几分钟（默认 12） / minutes after which it stops (default: 12)")
    private long minutes = 12;

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

    @Option(names = "--json", description = "JSON")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        people = people == 0 ? FEWEST + PEOPLE_A_CUT * cuts * 2 : people;
        if (cuts < 1 || people < 100 || minutes < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "数目太小 / the numbers are too small");
        }
        long drawn = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        tell("种子 / seed " + drawn);
        try (var folder = CampaignFolder.make()) {
            return run(folder, drawn);
        }
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private int run(CampaignFolder folder, long drawn) throws IOException, InterruptedException {
        var before = new Scenes.Standing[1];
        var crowd =
                folder.played(
                        scenes -> {
                            var all = scenes.people(people, folder.path(), folder.secret());
                            scenes.open(Duration.ofDays(1));
                            before[0] = scenes.standing();
                            return all;
                        });
        tell("▸ " + people + " people");
        var campaign =
                new CutCampaign(
                        folder.path(),
                        CampaignFolder.freePort(),
                        folder.secret(),
                        line -> tell("▸ " + line));
        var wanted =
                new CutCampaign.Wanted(
                        drawn,
                        of == Victim.database ? 0 : cuts,
                        of == Victim.server ? 0 : cuts,
                        Duration.ofMinutes(minutes));
        var ran = campaign.run(wanted, crowd);
        return folder.played(
                scenes -> {
                    var found = Comparison.of(scenes, before[0], ran.receipts());
                    int noticed = Comparison.lost(scenes, ran.believed()).size();
                    boolean sound = found.isSound() && ran.faults().isEmpty() && noticed > 0;
                    report(drawn, ran, found, noticed, sound);
                    return sound ? 0 : 1;
                });
    }

    private void report(
            long drawn, CutCampaign.Ran ran, Comparison.Found found, int noticed, boolean sound)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var healed = ran.healedMillis().stream().sorted().toList();
        String text = text(drawn, ran, found, noticed, sound);
        if (docs != null) {
            new DocsSection("campaign declarations").write(docs, text);
        }
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
                            .put("controlBelieved", ran.believed().size())
                            .put("controlLost", noticed)
                            .put("healedMillisMedian", at(healed, 50))
                            .put("healedMillisMost", at(healed, 100))
                            .put("counts", counts.build())
                            .build()
                            .pretty());
        } else {
            out.print(text);
        }
        out.flush();
        ran.faults().stream().limit(5).forEach(spec.commandLine().getErr()::println);
    }

    private String text(
            long drawn, CutCampaign.Ran ran, Comparison.Found found, int noticed, boolean sound) {
        var healed = ran.healedMillis().stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                """
                ## The plug is pulled

                `./cutscore campaign declarations --cuts %d --of %s --seed %d`: SIGKILL at random moments while 48 people at a time
                declare; each is sent again with its key until it is answered. Then every receipt is looked for.

                | cuts of the server | cuts of PostgreSQL | acknowledged | lost | doubled | acts unaccounted for | the control: believed, of these missing |
                |--:|--:|--:|--:|--:|--:|--:|
                | %d | %d | %,d | %d | %d | %d | %,d, %,d |

                From a cut until somebody was acknowledged again: median %,d ms, most %,d ms. What the crowd met: %s.
                %s
                """,
                cuts,
                of,
                drawn,
                ran.serverCuts(),
                ran.databaseCuts(),
                ran.receipts().size(),
                found.lost().size(),
                found.doubled(),
                found.unaccounted(),
                ran.believed().size(),
                noticed,
                at(healed, 50),
                at(healed, 100),
                ran.counts(),
                sound ? "Sound." : "**Not sound.**");
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }
}

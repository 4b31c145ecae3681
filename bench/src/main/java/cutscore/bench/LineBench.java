package cutscore.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench line}: every comparison that concerns the line. */
@Command(
        name = "line",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "测算合格标准的速度，与别家并排 / The line's speed, side by side with others",
        description = {
            "同一次运行中轮流测量（A、B、A、B……），每轮核对答案一致；先看处理器秒数。名册在临时目录中虚构，用后即删。",
            "Measured in turns in one run, the answers compared every round; processor seconds"
                    + " first. Rosters are invented in a temporary folder and removed afterwards.",
            "用时（5 轮，2 核）/ takes, with 5 rounds on 2 cores: 20,000 under a minute; 100,000 about"
                    + " 1; 1,000,000 about 2; 10,000,000 about 12 minutes and 3 GB of disk."
        })
final class LineBench implements Callable<Integer> {
    private static final long FULL_SIZE = 10_000_000;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N,N…",
            defaultValue = "100000,1000000,10000000",
            description = "考生人数 / examinees (default: ${DEFAULT-VALUE})")
    private List<Long> sizes;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "测量几轮 / rounds measured, after a warm-up (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "把结果写入此文件；不给时，1000 万人的运行写入 docs/benchmarks.md，较小的只打印",
                "write the figures here; without it a run of 10 million writes docs/benchmarks.md,"
                        + " and a smaller one only prints"
            })
    private @org.jspecify.annotations.Nullable Path out;

    private final Supplier<Path> house;
    private final InstantSource clock;

    /**
     * @param house the root of the built checkout
     */
    LineBench(Supplier<Path> house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1 || sizes.stream().anyMatch(size -> size < 1000 || size > 20_000_000)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "轮数至少 1，人数 1,000 至 20,000,000 / --rounds at least 1, --sizes 1,000 to"
                            + " 20,000,000");
        }
        PrintWriter err = spec.commandLine().getErr();
        List<Stage> stages =
                List.of(
                        new WarmLine(),
                        new WholeProcess(new Children(house.get())),
                        new WhatIfStage(),
                        new VectorStage());
        var sheets = stages.stream().map(Sheet::new).toList();
        for (long size : sizes.stream().sorted().toList()) {
            var race = new Race(rounds, size, err::println);
            err.println("虚构名册 / inventing " + size + " …");
            try (var folder = BenchFolder.of(size)) {
                for (int i = 0; i < stages.size(); i++) {
                    err.println("  " + stages.get(i).title() + ", " + size);
                    sheets.get(i).add(size, stages.get(i).run(folder, size, race));
                }
            }
        }
        var findings = new Findings(sheets, clock.instant(), command(), rounds);
        spec.commandLine().getOut().print(findings.markdown());
        spec.commandLine().getOut().flush();
        var target = target();
        if (target.isPresent()) {
            findings.writeInto(target.get());
            err.println("写入 / written: " + target.get());
        }
        return 0;
    }

    /** Figures that are to be read by others come from a run of the full size. */
    private Optional<Path> target() {
        boolean full = sizes.stream().anyMatch(size -> size >= FULL_SIZE);
        return Optional.ofNullable(out)
                .or(
                        () ->
                                full
                                        ? Optional.of(house.get().resolve("docs/benchmarks.md"))
                                        : Optional.empty());
    }

    private String command() {
        String listed = String.join(",", sizes.stream().map(String::valueOf).toList());
        return "./cutscore bench line --sizes " + listed + " --rounds " + rounds;
    }
}

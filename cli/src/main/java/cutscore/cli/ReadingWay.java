package cutscore.cli;

import picocli.CommandLine.Option;

/** How a command reads its rosters, as options. Both ways give the same bytes and messages. */
final class ReadingWay {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "读名册用几个线程 / threads that read the roster, ${DEFAULT-VALUE}")
    private int threads;

    @Option(
            names = "--strict",
            description = "用逐行的严格读法（慢，结果相同）/ read row by row: slow, the same result")
    private boolean strict;

    RosterCount asked() {
        return strict
                ? RosterCount.strictly(_ -> {})
                : RosterCount.fast(Math.clamp(threads, 1, 64));
    }
}

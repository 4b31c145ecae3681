package cutscore.server;

import picocli.CommandLine;

/** How many examinees may be invented. */
final class Sizes {
    private static final long FEWEST = 100;
    private static final long MOST = 2_000_000;

    private Sizes() {}

    /**
     * @throws CommandLine.ParameterException when it is out of range
     */
    static void require(CommandLine line, long examinees) {
        if (examinees < FEWEST || examinees > MOST) {
            throw new CommandLine.ParameterException(
                    line,
                    "考生数应在 "
                            + FEWEST
                            + " 到 "
                            + MOST
                            + " 之间 / examinees lie between "
                            + FEWEST
                            + " and "
                            + MOST
                            + ": "
                            + examinees);
        }
    }
}

package cutscore.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's half of {@code ./cutscore}. Data on stdout, talk on stderr. */
@Command(
        name = "cutscore",
        mixinStandardHelpOptions = true,
        version = "cutscore 0.1.0",
        header = "划线：单独划线的全过程 / Cutscore: the whole life of a separate passing line",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CycleCommand.class,
            CampaignCommand.class,
            BenchCommand.class
        })
final class RootCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "要说明命令：serve、demo、cycle 或 campaign / name a command: serve, demo, cycle or"
                        + " campaign");
    }
}

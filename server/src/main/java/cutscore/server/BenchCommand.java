package cutscore.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measurements that need the server; the others are a part of their own. */
@Command(
        name = "bench",
        hidden = true,
        mixinStandardHelpOptions = true,
        header = "要用到服务的测速 / measurements that need the server",
        synopsisSubcommandLabel = "NAME",
        subcommands = {DeclarationBenchCommand.class, ImportBenchCommand.class})
final class BenchCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "要说明哪一种：declarations、import / name one: declarations, import");
    }
}

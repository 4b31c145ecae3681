package cutscore.cli.ledger;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code cutscore ledger …} */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        header = "存证：核验公开的默克尔日志 / the ledger: check the public Merkle log",
        synopsisSubcommandLabel = "(check | proof | witness)",
        subcommands = {CheckCommand.class, ProofCommand.class, WitnessCommand.class})
public final class LedgerCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

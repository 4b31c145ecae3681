package cutscore.cli;

import cutscore.cli.ledger.LedgerCommand;
import cutscore.kernel.Unreadable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The offline half of {@code ./cutscore}. Data on stdout, talk on stderr.
 *
 * <p>Exit 0: done, the answer is yes. 1: the answer is no. 2: bad usage or unreadable input. 3: a
 * failure of ours.
 */
@Command(
        name = "cutscore",
        mixinStandardHelpOptions = true,
        version = "cutscore 0.1.0",
        header = "划线：单独划线的全过程 / Cutscore: the whole life of a separate passing line",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CircularCommand.class,
            RosterCommand.class,
            LineCommand.class,
            LedgerCommand.class,
            CertificateCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        System.exit(run(arguments));
    }

    /** Runs one command line and answers its exit code; used by tests as well. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((fault, line, parsed) -> exit(fault, line))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static int exit(Exception fault, CommandLine line) {
        switch (fault) {
            case Unreadable unreadable -> {
                unreadable.faults().forEach(f -> line.getErr().println(f.text()));
                return 2;
            }
            case UncheckedIOException io -> {
                line.getErr().println("读写失败 / cannot read or write: " + io.getMessage());
                return 2;
            }
            case IOException io -> {
                line.getErr().println("读写失败 / cannot read or write: " + io.getMessage());
                return 2;
            }
            default -> {
                line.getErr().println("程序出错，请报告 / a failure of ours, please report it:");
                fault.printStackTrace(line.getErr());
                return 3;
            }
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

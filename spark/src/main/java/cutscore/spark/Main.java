package cutscore.spark;

import cutscore.kernel.Unreadable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What spark-submit runs. Exit codes are those of the offline tool. */
@Command(
        name = "cutscore-spark",
        mixinStandardHelpOptions = true,
        header = "划线，在 Apache Spark 上 / Cutscore on Apache Spark",
        subcommands = {Determine.class, Convert.class})
public final class Main implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        int exit = run(arguments);
        // A success leaves the end to Spark, which in cluster mode would take any exit for a fault.
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Runs one command line and answers its exit code; used by tests as well. */
    static int run(String... arguments) {
        var line = new CommandLine(new Main());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return line.setExecutionExceptionHandler((fault, at, _) -> exit(fault, at))
                .execute(arguments);
    }

    private static int exit(Exception fault, CommandLine line) {
        return switch (fault) {
            case Unreadable unreadable -> {
                unreadable.faults().forEach(f -> line.getErr().println(f.text()));
                yield 2;
            }
            case IOException io -> {
                line.getErr().println("读写失败 / cannot read or write: " + io.getMessage());
                yield 2;
            }
            default -> {
                line.getErr().println("程序出错，请报告 / a failure of ours, please report it:");
                fault.printStackTrace(line.getErr());
                yield 3;
            }
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

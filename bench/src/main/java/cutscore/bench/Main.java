package cutscore.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./cutscore bench NAME}: measurements, side by side. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        header = "并排测速 / Side-by-side measurements")
public final class Main implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        var line = new CommandLine(new Main());
        line.addSubcommand(new LineBench(Main::house, InstantSource.system()));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((fault, at, _) -> exit(fault, at));
        System.exit(line.execute(arguments));
    }

    private static Path house() {
        return Path.of(System.getProperty("cutscore.house", ".")).toAbsolutePath().normalize();
    }

    private static int exit(Exception fault, CommandLine line) {
        if (fault instanceof IOException && fault.getMessage() != null) {
            line.getErr().println("测速没有完成 / the measurement did not end: " + fault.getMessage());
            return 3;
        }
        fault.printStackTrace(line.getErr());
        return 3;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

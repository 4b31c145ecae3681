package cutscore.server;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import picocli.CommandLine;

/**
 * The server: one Spring Boot application of modules with one door each, and its three commands.
 */
@SpringBootApplication
@Modulithic(systemName = "Cutscore 划线")
public class Cutscore {

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(commands().execute(arguments));
    }

    /** The command line; used by tests as well. */
    static CommandLine commands() {
        return new CommandLine(new RootCommand())
                .setExecutionExceptionHandler(
                        (fault, line, parsed) -> Complaint.exit(fault, line.getErr()));
    }
}

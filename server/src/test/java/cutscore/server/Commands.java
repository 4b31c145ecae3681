package cutscore.server;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line of the server inside a test. */
public final class Commands {
    private Commands() {}

    /** What it answered and said. */
    public record Answer(int exit, String out, String err) {}

    public static Answer run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                Cutscore.commands()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Answer(exit, out.toString(), err.toString());
    }
}

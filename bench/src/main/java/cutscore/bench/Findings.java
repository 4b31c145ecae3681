package cutscore.bench;

import com.sun.management.OperatingSystemMXBean;
import cutscore.kernel.time.Beijing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a run found, as the part of {@code docs/benchmarks.md} that it owns. */
final class Findings {
    private static final String BEGIN =
            "<!-- bench line: begin, written by ./cutscore bench line -->";
    private static final String END = "<!-- bench line: end -->";
    private static final String HEAD =
            """
            # Benchmarks

            Every figure is a ratio measured side by side in one run, processor seconds before seconds on the wall;
            timings of one machine say little about another's. Made again by the command that stands with them.

            """;

    private final List<Sheet> sheets;
    private final Instant when;
    private final String command;
    private final int rounds;

    Findings(List<Sheet> sheets, Instant when, String command, int rounds) {
        this.sheets = sheets;
        this.when = when;
        this.command = command;
        this.rounds = rounds;
    }

    String markdown() {
        var out = new StringBuilder("## The line\n\n`" + command + "`, " + machine() + "\n\n");
        out.append("| goal | measured | | at examinees |\n|---|---|---|--:|\n");
        for (Sheet sheet : sheets) {
            sheet.judged().forEach(line -> out.append(line).append('\n'));
        }
        out.append('\n');
        sheets.forEach(sheet -> out.append(sheet.markdown()));
        return out.toString();
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%s, %d rounds; %d cores (%s), %d GiB, %s %s %s, DuckDB 2.0.0.1.",
                when.atZone(Beijing.ZONE).toLocalDate(),
                rounds,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                gibibytes(),
                System.getProperty("os.name"),
                System.getProperty("java.vm.name"),
                Runtime.version());
    }

    private static long gibibytes() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long bytes = system instanceof OperatingSystemMXBean more ? more.getTotalMemorySize() : 0;
        return Math.round(bytes / (double) (1L << 30));
    }

    /**
     * Replaces this run's part of the file, leaving what others wrote; makes the file if needed.
     */
    void writeInto(Path file) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : HEAD;
        String part = BEGIN + "\n" + markdown().stripTrailing() + "\n" + END;
        int from = before.indexOf(BEGIN);
        int to = before.indexOf(END);
        String after =
                from >= 0 && to > from
                        ? before.substring(0, from) + part + before.substring(to + END.length())
                        : before.stripTrailing() + "\n\n" + part + "\n";
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, after);
    }
}

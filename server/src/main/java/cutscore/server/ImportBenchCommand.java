package cutscore.server;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.roster.RosterGenerator;
import cutscore.server.roster.ImportTrials;
import cutscore.server.roster.ImportTrials.Turn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An import beside the server's own COPY of the same rows. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "导入名册与服务器端 COPY 并排 / importing a roster beside server-side COPY",
        description = {
            "同样的行，同样的表和索引，同一次运行里交替测，每次回滚；导入包括逐行校验、查重、摘要和加密。",
            "The same rows into the same indexed table, in turns within one run, each rolled back;"
                    + " the import validates every row, holds numbers unique, digests and seals."
        },
        footer = {"", "例 / Example:", "  ./cutscore bench import --sizes 10000,100000,1000000"})
final class ImportBenchCommand implements Callable<Integer> {
    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "考生数（默认 10000,100000,1000000） / examinees")
    private List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--rounds", paramLabel = "N", description = "轮数（默认 3） / rounds (default: 3)")
    private int rounds = 3;

    @Option(
            names = "--docs",
            paramLabel = "FILE",
            description = "写进这份文件的一节 / write a section of this file")
    private @Nullable Path docs;

    @Option(names = "--note", paramLabel = "TEXT", description = "写在表下 / stands below the table")
    private String note = "";

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("cutscore-bench-");
        // PostgreSQL runs as somebody else, and writes the prepared file here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<Turn> turns = new ArrayList<>();
        try (var house = Start.withoutPort(CampaignServerCommand.settings(folder))) {
            var trials = house.getBean(ImportTrials.class);
            for (int size : sizes) {
                turns.addAll(race(trials, size, folder));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
        String table = section(turns);
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        if (docs != null) {
            new DocsSection("bench import").write(docs, table);
        }
        return 0;
    }

    private List<Turn> race(ImportTrials trials, int size, Path folder) throws IOException {
        Path csv = folder.resolve("roster-" + size + ".csv");
        Path prepared = folder.resolve("prepared-" + size);
        try (var out = new BufferedOutputStream(Files.newOutputStream(csv))) {
            new RosterGenerator(RosterGenerator.Invention.of(size, 7), Divisions.builtIn())
                    .write(out);
        }
        trials.prepare(csv, prepared);
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            turns.add(told(trials.imported(csv)));
            turns.add(told(trials.copied(prepared)));
        }
        Files.delete(csv);
        return turns;
    }

    private Turn told(Turn turn) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "▸ %,d rows, %s: %,d ms%n",
                turn.rows(),
                turn.way(),
                turn.wallNanos() / 1_000_000);
        err.flush();
        return turn;
    }

    private String section(List<Turn> turns) {
        var out = new StringBuilder("## Importing a roster\n\n");
        out.append("`./cutscore bench import --sizes ")
                .append(String.join(",", sizes.stream().map(String::valueOf).toList()))
                .append(" --rounds ")
                .append(rounds)
                .append(
                        """
                        `: read, every row validated, numbers unique, digested, sealed, copied, indexed; beside the
                        server's own `COPY` of the rows as they then lie, from a file of the server, into the same indexed table.
                        In turns within one run, each rolled back. Goal: ≤ 1.25 × the time of `COPY`.

                        | examinees | import, wall: least / median | COPY, wall: least / median | import ÷ COPY, median (least) | our CPU a row |
                        |--:|--:|--:|--:|--:|
                        """);
        for (int size : sizes) {
            out.append(row(of(turns, size, "import"), of(turns, size, "COPY")));
        }
        out.append(note.isEmpty() ? "" : "\n" + note + "\n");
        return out.toString();
    }

    private static String row(List<Turn> imports, List<Turn> copies) {
        var ratios =
                IntStream.range(0, imports.size())
                        .mapToObj(i -> imports.get(i).wallNanos() * 100 / copies.get(i).wallNanos())
                        .sorted()
                        .toList();
        long ratio = ratios.get(ratios.size() / 2);
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %d.%02d × (%d.%02d) | %.1f µs |%n",
                imports.getFirst().rows(),
                wall(imports),
                wall(copies),
                ratio / 100,
                ratio % 100,
                ratios.getFirst() / 100,
                ratios.getFirst() % 100,
                imports.stream().mapToLong(Turn::cpuNanos).min().orElse(0)
                        / 1e3
                        / imports.getFirst().rows());
    }

    private static String wall(List<Turn> turns) {
        var millis = turns.stream().map(turn -> turn.wallNanos() / 1_000_000).sorted().toList();
        return String.format(
                Locale.ROOT, "%,d / %,d ms", millis.getFirst(), millis.get(millis.size() / 2));
    }

    private static List<Turn> of(List<Turn> turns, int size, String way) {
        return turns.stream()
                .filter(turn -> turn.rows() == size && turn.way().equals(way))
                .toList();
    }
}

package cutscore.bench;

import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code line determine} from the start of its process to its end, against DuckDB's process. */
final class WholeProcess implements Stage {
    private static final String OURS = "ours: line determine (validated, unique, digested)";
    private static final String CHECKED = "DuckDB: table, count(distinct), SHA-256, answer";
    private static final String BARE = "DuckDB: answer from Parquet, no checks";

    private final Children children;

    WholeProcess(Children children) {
        this.children = children;
    }

    @Override
    public String title() {
        return "`line determine` as a whole process";
    }

    @Override
    public String how() {
        return """
        From the start of the process to its end, files in the page cache. Ours is the launcher's own java
        command line and writes the dossier. DuckDB runs in a small Java program through JDBC, two threads: it
        loads a table from the CSV, asks count(distinct admission_number), digests the file by the JDK, and
        answers; or it answers from a Parquet file without any of these checks. Both have a JVM to start: the
        two rows "start alone" say what that costs (for DuckDB with the library loaded and a database open), and
        can be taken off.\
        """;
    }

    @Override
    public List<Timing> run(BenchFolder folder, long size, Race race) throws IOException {
        Path work = Files.createDirectories(folder.at("work"));
        String roster = folder.roster().toString();
        String areas = folder.areaFile().toString();
        String spill = folder.at("spill").toString();
        Path parquet = folder.at("roster.parquet");
        if (!Files.exists(parquet)) {
            try (var duck = DuckDb.open(folder.at("spill"), folder.areas())) {
                duck.writeParquet(folder.roster(), parquet);
            }
        }
        var installed = DuckInstall.into(folder.at("duckdb"));
        return race.run(
                List.of(
                        Contender.process(OURS, () -> determine(folder, work)),
                        Contender.process(
                                CHECKED,
                                () -> children.duck(installed, work, "csv", roster, areas, spill)),
                        Contender.process(
                                BARE,
                                () ->
                                        children.duck(
                                                installed,
                                                work,
                                                "parquet",
                                                parquet.toString(),
                                                areas,
                                                spill)),
                        Contender.process("ours: start alone", () -> start(work)),
                        Contender.process(
                                "DuckDB: start alone",
                                () ->
                                        children.duck(
                                                installed, work, "start", roster, areas, spill))));
    }

    private String determine(BenchFolder folder, Path work) throws IOException {
        Path dossier = work.resolve("dossier.json");
        children.tool(
                work,
                "line",
                "determine",
                "--roster",
                folder.roster().toString(),
                "--areas",
                folder.areaFile().toString(),
                "--rule",
                folder.rule().toString(),
                "--out",
                dossier.toString());
        return Tally.of(Json.parseObject(Files.readString(dossier)));
    }

    private String start(Path work) throws IOException {
        children.tool(work, "--version");
        return "";
    }

    @Override
    public List<Goal> goals(long largest) {
        return List.of(
                Goal.ahead(
                        "`line determine` as a whole process: ≥ 5 × less CPU than a DuckDB process"
                                + " doing the same",
                        CHECKED,
                        5),
                Goal.ahead("The same: ahead of DuckDB on Parquet without those checks", BARE, 1));
    }
}

package cutscore.bench;

import cutscore.kernel.roster.FastRosterReader.Asked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a roster's CSV to the line inside a warm process, against everybody. */
final class WarmLine implements Stage {
    private static final String OURS = "ours: CSV → line, every row validated";
    private static final Asked UNIQUE = new Asked(2, false, true, 1);
    private static final String DUCK_CSV = "DuckDB: the same CSV, nothing validated";
    private static final String TOUCH = "adding up the mapped file, a byte at a time";

    @Override
    public String title() {
        return "The line from a roster CSV, warm";
    }

    @Override
    public String how() {
        return """
        One process that has done it before; the file in the page cache; two threads for us and for DuckDB.
        Everybody answers the same question: per level the examinees, the national passers, the pool, how many
        of the pool reach each mark from 0 to 44, and the resulting mark; the answers are compared in every
        round. Ours validates every field of every row; the digest and the uniqueness of the numbers are timed
        apart. DuckDB gets its columns named and typed and casts marks leniently; its Parquet file and its
        table hold marks as numbers already, made before the clock starts.\
        """;
    }

    @Override
    public List<Timing> run(BenchFolder folder, long size, Race race) throws IOException {
        Path roster = folder.roster();
        Path parquet = folder.at("roster.parquet");
        var areas = folder.areas();
        try (var duck = DuckDb.open(folder.at("spill"), areas)) {
            duck.load(roster, "loaded");
            duck.writeParquet(roster, parquet);
            return race.run(
                    List.of(
                            Contender.inside(
                                    OURS, () -> Ours.fast(roster, areas, Asked.rowsAlone(2))),
                            Contender.inside(
                                    "ours, and the numbers unique",
                                    () -> Ours.fast(roster, areas, UNIQUE)),
                            Contender.inside(
                                    "ours, unique and the file digested",
                                    () -> Ours.fast(roster, areas, Asked.everything(2))),
                            Contender.inside("the digest alone", () -> sha(roster)),
                            Contender.inside(DUCK_CSV, () -> duck.answerFromCsv(roster)),
                            Contender.inside(
                                    "DuckDB: Parquet of the same rows",
                                    () -> duck.answerFromLoaded(DuckDb.parquet(parquet))),
                            Contender.inside(
                                    "DuckDB: a loaded table",
                                    () -> duck.answerFromLoaded("loaded")),
                            Contender.inside(TOUCH, () -> none(Plainly.touchBytes(roster))),
                            Contender.inside(
                                    "adding up the mapped file, 8 bytes at a time",
                                    () -> none(Plainly.touchLongs(roster))),
                            Contender.inside(
                                    "naive stream: BufferedReader, split",
                                    () -> Plainly.stream(roster, areas)),
                            Contender.inside(
                                    "our strict reader: validated, unique, digested",
                                    () -> Ours.strictly(roster, areas))));
        }
    }

    @Override
    public List<Goal> goals(long largest) {
        return List.of(
                Goal.ahead(
                        "Line from a roster CSV, warm, validated: ≥ 8 × less CPU than DuckDB on the"
                                + " same CSV",
                        DUCK_CSV,
                        8),
                Goal.within(
                        "The same: ≤ 4 × the CPU of touching every byte of the mapped file",
                        TOUCH,
                        4));
    }

    private static String sha(Path file) throws IOException {
        return DuckProcess.sha256(file).isEmpty() ? "?" : "";
    }

    /** A sum nobody asks for, used so that it is not left out. */
    private static String none(long sum) {
        return sum == Long.MIN_VALUE ? "?" : "";
    }
}

package cutscore.bench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.roster.RosterGenerator;
import cutscore.kernel.roster.RosterGenerator.Invention;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** A folder of invented inputs that is gone afterwards, also after an interruption. */
final class BenchFolder implements AutoCloseable {
    private static final long SEED = 7;

    private final Path folder;
    private final Set<DivisionCode> areas;
    private final Thread atExit;

    private BenchFolder(Path folder, Set<DivisionCode> areas) {
        this.folder = folder;
        this.areas = areas;
        this.atExit = new Thread(() -> remove(folder));
    }

    /**
     * @param examinees how many rows the roster has; about 105 bytes each, and half as much again
     *     for what the peer writes
     * @throws IllegalStateException when the disk would not hold it
     */
    static BenchFolder of(long examinees) throws IOException {
        Path folder = Files.createTempDirectory("cutscore-bench-");
        var invention = Invention.of(examinees, SEED);
        var made = new BenchFolder(folder, new TreeSet<>(invention.lineAreas()));
        Runtime.getRuntime().addShutdownHook(made.atExit);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < 400 * examinees) {
            made.close();
            throw new IllegalStateException(
                    folder + " has " + free + " bytes left, too few for " + examinees + " rows");
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(made.roster()), 1 << 16)) {
            new RosterGenerator(invention, Divisions.builtIn())
                    .write(out, StandardCharsets.UTF_8, false, _ -> {});
        }
        var lines = new StringBuilder("division_code\n");
        made.areas.forEach(code -> lines.append(code).append('\n'));
        Files.writeString(made.areaFile(), lines);
        Files.writeString(made.rule(), "{\"session\":\"2023-1\"}");
        return made;
    }

    Path roster() {
        return folder.resolve("roster.csv");
    }

    Path areaFile() {
        return folder.resolve("areas.csv");
    }

    Path rule() {
        return folder.resolve("rule.json");
    }

    /** A file or folder of that name in here. */
    Path at(String name) {
        return folder.resolve(name);
    }

    /** The counties of the areas file. */
    Set<DivisionCode> areas() {
        return areas;
    }

    @Override
    public void close() {
        remove(folder);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e.getMessage());
        }
    }
}

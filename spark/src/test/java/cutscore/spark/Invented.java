package cutscore.spark;

import cutscore.cli.OfflineTool;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.roster.RosterGenerator;
import cutscore.kernel.roster.RosterGenerator.Invention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inputs for a test, in a folder of its own. */
record Invented(Path folder) {
    static final long SEED = 20_261_122;

    /** An invented roster; the same seed gives the same. */
    Path roster(String name, long examinees, long seed) throws IOException {
        return write(name, text(examinees, seed));
    }

    static String text(long examinees, long seed) throws IOException {
        return text(examinees, seed, false);
    }

    static String text(long examinees, long seed, boolean chinese) throws IOException {
        var out = new ByteArrayOutputStream();
        new RosterGenerator(Invention.of(examinees, seed), Divisions.builtIn())
                .write(out, StandardCharsets.UTF_8, chinese, _ -> {});
        return out.toString(StandardCharsets.UTF_8);
    }

    Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** The line areas of Sichuan. */
    Path areas() throws IOException {
        return write(
                "areas.csv", "division_code\n511113\n511132\n511133\n513200\n513300\n513400\n");
    }

    Path rule(String settings) throws IOException {
        return write("rule.json", settings);
    }

    /** Every n-th number of a roster, and one that nobody has. */
    Path declared(Path roster, int every) throws IOException {
        List<String> lines = Files.readAllLines(roster);
        var numbers = new StringBuilder("admission_number\nNOBODY\n");
        for (int i = 1; i < lines.size(); i += every) {
            numbers.append(lines.get(i), 0, lines.get(i).indexOf(',')).append('\n');
        }
        return write("declared.csv", numbers.toString());
    }

    /**
     * What {@code line determine} makes of it.
     *
     * @param more further options, the rule and the areas among them
     * @return the dossier
     */
    byte[] offline(List<Path> rosters, Path pack, String... more) throws IOException {
        Path dossier = folder.resolve("dossier-offline.json");
        List<String> arguments = new ArrayList<>(List.of("line", "determine"));
        rosters.forEach(roster -> arguments.addAll(List.of("--roster", roster.toString())));
        arguments.addAll(Arrays.asList(more));
        arguments.addAll(List.of("--out", dossier.toString(), "--pack", pack.toString()));
        int exit = OfflineTool.run(arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError("line determine: exit " + exit);
        }
        return Files.readAllBytes(dossier);
    }
}

package cutscore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whole processes: the offline tool as the launcher starts it, and DuckDB in a JVM of its own. */
final class Children {
    private static final long MOST_MINUTES = 20;

    private final Path house;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * @param house the root of a built checkout
     */
    Children(Path house) {
        this.house = house;
    }

    /** {@code ./cutscore …}, without the launcher's search for a JDK. */
    void tool(Path workIn, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=4", "-Xshare:auto"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        Path jar = house.resolve("cli/target/cutscore-cli.jar");
        command.addAll(List.of("-cp", jar + ":" + house + "/cli/target/lib/*"));
        command.add("cutscore.cli.Main");
        command.addAll(Arrays.asList(arguments));
        run(command, workIn);
    }

    /** {@link DuckProcess}; its answer. */
    String duck(DuckInstall installed, Path workIn, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Arrays.asList(installed.options()));
        command.addAll(List.of("-cp", installed.classPath(), DuckProcess.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return run(command, workIn);
    }

    private static String run(List<String> command, Path workIn) throws IOException {
        Path out = workIn.resolve("out.txt");
        Path err = workIn.resolve("err.txt");
        var process =
                new ProcessBuilder(command)
                        .directory(workIn.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("not done after " + MOST_MINUTES + " minutes: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "exit " + process.exitValue() + ": " + Files.readString(err) + command);
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}

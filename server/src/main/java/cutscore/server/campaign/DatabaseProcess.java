package cutscore.server.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The PostgreSQL of the server under test, by the files it keeps: to be killed and started again.
 */
final class DatabaseProcess {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int TRIES = 100;

    private final Path cluster;

    /**
     * @param folder of the server
     */
    DatabaseProcess(Path folder) {
        this.cluster = folder.resolve("postgresql").resolve("cluster");
    }

    /** SIGKILL to the postmaster; its children see it and end, too. */
    void kill() throws IOException, InterruptedException {
        var postmaster = find();
        if (postmaster.isEmpty()) {
            throw new IOException("there is no PostgreSQL to kill");
        }
        var children = postmaster.get().descendants().toList();
        postmaster.get().destroyForcibly();
        // Not theirs to finish anything: the plug is pulled for all at once.
        children.forEach(ProcessHandle::destroyForcibly);
        for (var one : children) {
            one.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readAllLines(file).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive);
    }

    /** The same command on the same files; recovery is its own affair. */
    void start() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL does not run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        var words = WORD.matcher(Files.readString(cluster.resolve("postmaster.opts")));
        while (words.find()) {
            command.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        var log = cluster.resolveSibling("postgresql.log").toFile();
        for (int i = 0; i < TRIES; i++) {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .redirectError(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            if (!process.waitFor(300, TimeUnit.MILLISECONDS)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("PostgreSQL does not start again; see postgresql.log");
    }

    /** Whatever is left of it when a campaign ends. */
    void endIfAny() throws IOException {
        find().ifPresent(ProcessHandle::destroy);
    }
}

package cutscore.server.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server under test: a process of its own, ended by {@link #close}. */
final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 600;

    private final Path folder;
    private final int port;
    private final String secret;
    private final List<String> options;
    private Process process;

    private ServerProcess(Path folder, int port, String secret, List<String> options)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.secret = secret;
        this.options = options;
        this.process = launch();
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options for the virtual machine
     */
    static ServerProcess start(Path folder, int port, String secret, List<String> options)
            throws IOException, InterruptedException {
        var server = new ServerProcess(folder, port, secret, options);
        server.awaitAnswering();
        return server;
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.awt.headless=true");
        String classes = System.getProperty("java.class.path");
        boolean packed = classes.endsWith(".jar") && classes.contains("cutscore-server");
        command.addAll(
                packed
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, "cutscore.server.Cutscore"));
        command.addAll(
                List.of(
                        "campaign",
                        "server",
                        "--folder",
                        folder.toAbsolutePath().toString(),
                        "--port",
                        Integer.toString(port)));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CUTSCORE_ACCESS_PLAYEDSECRET", secret);
        var log = ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "server.log"));
        return builder.redirectOutput(log).redirectError(log).start();
    }

    private void awaitAnswering() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        byte[] ask = Wire.request("GET", "/waiting", java.util.Map.of(), "");
        while (System.nanoTime() < until) {
            try (var wire = new Wire(port)) {
                if (wire.send(ask).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IOException("the server ended; see server.log", notYet);
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the server does not answer; see server.log");
    }

    /** SIGKILL: nothing of it runs another instruction. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it again on the same files and waits until it answers. */
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitAnswering();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

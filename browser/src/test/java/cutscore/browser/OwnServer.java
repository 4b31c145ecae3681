package cutscore.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A demonstration in a process of its own, on a folder of its own, whose plug can be pulled: {@code
 * SIGKILL}, and nothing of it runs another instruction.
 */
final class OwnServer implements AutoCloseable {
    private static final long START_SECONDS = 240;

    private final Path folder;
    private final int port;
    private Process process;

    private OwnServer(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    static OwnServer start() {
        try {
            var folder = Files.createTempDirectory("cutscore-own-");
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var server = new OwnServer(folder, port);
            try {
                server.awaitAnswering();
                return server;
            } catch (IOException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Signs somebody of its cast in. */
    void enter(Page page, String name) {
        var who = signIn(name);
        page.locator("#name").fill(name);
        page.locator("#password").fill(who.get("password").getAsString());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
    }

    private JsonObject signIn(String name) {
        try {
            var mark = JsonParser.parseString(Files.readString(folder.resolve("data/demo.json")));
            return marked(mark.getAsJsonObject(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject marked(JsonObject file, String name) {
        var mark = file.has("mark") ? file.getAsJsonObject("mark") : file;
        for (var one : mark.getAsJsonArray("signIns")) {
            if (one.getAsJsonObject().get("name").getAsString().equals(name)) {
                return one.getAsJsonObject();
            }
        }
        throw new IllegalStateException("nobody signs in as " + name);
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the same files; waits until it answers. */
    void startAgain() {
        try {
            process = launch();
            awaitAnswering();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cutscore.server.Cutscore",
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--examinees",
                        "5000");
        var log = ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "server.log"));
        return new ProcessBuilder(command).redirectOutput(log).redirectError(log).start();
    }

    private void awaitAnswering() throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            if (answers()) {
                return;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IOException(
                "no answer: " + Files.readString(folder.resolve("server.log")).lines().toList());
    }

    private boolean answers() {
        try {
            var asked = (HttpURLConnection) URI.create(address("/lines")).toURL().openConnection();
            asked.setConnectTimeout(1_000);
            asked.setReadTimeout(10_000);
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}

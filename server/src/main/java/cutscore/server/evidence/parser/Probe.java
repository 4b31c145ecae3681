package cutscore.server.evidence.parser;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run once where the examining process will run, to see what holds there: it tries to reach the
 * server that started it and to look into the folder with the keys.
 */
public final class Probe {
    private Probe() {}

    /**
     * Prints {@code system-network=shut|open jdk-network=shut|open folder=hidden|seen}.
     *
     * @param arguments a port on this machine that listens, and the folder
     */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print("system-network=" + network(port));
        NoNetwork.install();
        out.print(" jdk-network=" + network(port));
        out.println(" folder=" + folder(Path.of(arguments[1])));
    }

    private static String network(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected() ? "open" : "shut";
        } catch (IOException | SecurityException refused) {
            return "shut";
        }
    }

    private static String folder(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isPresent() ? "seen" : "hidden";
        } catch (IOException refused) {
            return "hidden";
        }
    }
}

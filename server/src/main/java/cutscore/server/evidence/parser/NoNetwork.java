package cutscore.server.evidence.parser;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;

/**
 * Shuts the JDK's own doors to the network, whether or not the operating system has shut them: no
 * socket is made and no address but a file's is opened.
 */
final class NoNetwork {
    private NoNetwork() {}

    @SuppressWarnings("deprecation")
    static void install() throws IOException {
        Socket.setSocketImplFactory(
                () -> {
                    throw new SecurityException("no network here");
                });
        URL.setURLStreamHandlerFactory(
                protocol ->
                        switch (protocol) {
                            case "file", "jar", "jrt" -> null;
                            default -> throw new SecurityException("no network here");
                        });
    }
}

package cutscore.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import picocli.CommandLine;

/** Says at once that a port cannot be had, before minutes of work are spent for it. */
final class Ports {
    private Ports() {}

    /**
     * @throws CommandLine.ParameterException when it is no port, or taken
     */
    static void require(CommandLine line, int port) {
        if (port < 1 || port > 65_535) {
            throw new CommandLine.ParameterException(
                    line, "端口应在 1 到 65535 之间 / a port lies between 1 and 65535: " + port);
        }
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            free.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CommandLine.ParameterException(
                    line,
                    "端口 "
                            + port
                            + " 已被占用，请用 --port 换一个 / port "
                            + port
                            + " is taken: choose another with --port",
                    taken);
        }
    }
}

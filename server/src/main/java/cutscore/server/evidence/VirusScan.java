package cutscore.server.evidence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a ClamAV daemon by its {@code INSTREAM} command (clamd(8)). Where none is configured, or it
 * does not answer, a file counts as not scanned and says so; it is made anew in any case.
 */
final class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int BLOCK = 1 << 16;

    private final String address;
    private final AtomicBoolean silent = new AtomicBoolean();

    /**
     * @param address {@code unix:/run/clamav/clamd.ctl}, {@code 127.0.0.1:3310} or empty
     */
    VirusScan(String address) {
        this.address = address;
    }

    enum Result {
        CLEAN,
        FOUND,
        NOT_SCANNED
    }

    Result scan(byte[] file) {
        if (address.isEmpty()) {
            return Result.NOT_SCANNED;
        }
        try (var channel = SocketChannel.open(place())) {
            var result = result(answer(channel, file));
            silent.set(result == Result.NOT_SCANNED);
            return result;
        } catch (IOException | IllegalArgumentException away) {
            if (silent.compareAndSet(false, true)) {
                LOG.warn(
                        "病毒扫描没有应答，文件记为未扫描 / the virus scanner does not answer; files are not"
                                + " scanned");
            }
            return Result.NOT_SCANNED;
        }
    }

    private SocketAddress place() {
        if (address.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(address.substring(5));
        }
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        return new InetSocketAddress(address.substring(0, colon), port);
    }

    private static String answer(SocketChannel channel, byte[] file) throws IOException {
        var watch = Thread.ofVirtual().start(() -> closeAfterPatience(channel));
        try {
            write(channel, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < file.length; at += BLOCK) {
                int length = Math.min(BLOCK, file.length - at);
                write(channel, ByteBuffer.allocate(4).putInt(length).array());
                channel.write(ByteBuffer.wrap(file, at, length));
            }
            write(channel, new byte[4]);
            byte[] said = Channels.newInputStream(channel).readNBytes(4096);
            return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
        } finally {
            watch.interrupt();
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private static void closeAfterPatience(SocketChannel channel) {
        try {
            Thread.sleep(PATIENCE);
            channel.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("the scanner's line was closed already");
        }
    }

    /** The name of what was found is of no use to anybody here. */
    private static Result result(String answer) {
        if (answer.endsWith("FOUND")) {
            return Result.FOUND;
        }
        return answer.equals("stream: OK") ? Result.CLEAN : Result.NOT_SCANNED;
    }
}

package cutscore.server;

import cutscore.server.campaign.Scenes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * What a campaign lives on: a folder that is gone when it ends, a secret of its own, a free port.
 */
final class CampaignFolder implements AutoCloseable {
    private final Path path;
    private final String secret;

    private CampaignFolder(Path path, String secret) {
        this.path = path;
        this.secret = secret;
    }

    static CampaignFolder make() throws IOException {
        var path = Files.createTempDirectory("cutscore-campaign-");
        SpringApplication.getShutdownHandlers()
                .add(() -> FileSystemUtils.deleteRecursively(path.toFile()));
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new CampaignFolder(path, HexFormat.of().formatHex(bytes));
    }

    Path path() {
        return path;
    }

    /** By which invented examinees may be recognised without a password. */
    String secret() {
        return secret;
    }

    /** The same files, within this process and without a port. */
    ConfigurableApplicationContext house() {
        return house(Map.of());
    }

    ConfigurableApplicationContext house(Map<String, String> more) {
        var settings = CampaignServerCommand.settings(path);
        settings.putAll(more);
        return Start.withoutPort(settings);
    }

    /** What is done with the scenes of a house. */
    interface Play<T> {
        T with(Scenes scenes) throws IOException;
    }

    /** A house, its scenes, and the house shut again. */
    <T> T played(Play<T> play) throws IOException {
        try (var house = house()) {
            return play.with(house.getBean(Scenes.class));
        }
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        FileSystemUtils.deleteRecursively(path.toFile());
    }
}

package cutscore.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for all tests of a run, a fresh database for each that asks: the embedded 18, or
 * the server that CUTSCORE_TEST_DB_URL (with _USER, _PASSWORD) names, so that the same tests run on
 * Debian's 15.
 */
public final class TestDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabase() {}

    /** Where a fresh, empty database is reached. */
    public record Address(String url, String user, String password) {}

    public static Address fresh() {
        var admin = Holder.ADMIN;
        String name = "t" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
        JdbcClient.create(new DriverManagerDataSource(admin.url, admin.user, admin.password))
                .sql("CREATE DATABASE " + name)
                .update();
        String url = admin.url.replaceAll("/[^/?]+(\\?|$)", "/" + name + "$1");
        return new Address(url, admin.user, admin.password);
    }

    private static final class Holder {
        static final Address ADMIN = start();

        private static Address start() {
            String given = System.getenv("CUTSCORE_TEST_DB_URL");
            if (given != null) {
                return new Address(
                        given,
                        System.getenv("CUTSCORE_TEST_DB_USER"),
                        System.getenv("CUTSCORE_TEST_DB_PASSWORD"));
            }
            try {
                Path folder = Files.createTempDirectory("cutscore-test-");
                var server = EmbeddedServer.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                try (var pool = server.pool(Share.WORK)) {
                    return new Address(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedServer server, Path folder) {
            server.close();
            org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}

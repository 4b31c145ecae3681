package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * PostgreSQL 18 out of the build's own artifacts, durable and with a SCRAM password, its files kept
 * between runs. Its defaults are those of a throw-away test server (no fsync, trust, 300
 * connections); everything that is a promise is set here.
 */
final class EmbeddedServer implements PostgresServer {
    private static final String DATABASE = "cutscore";

    private final EmbeddedPostgres server;
    private final FolderLock lock;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres server, FolderLock lock, String password) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts on the folder's files, or makes them.
     *
     * @throws IllegalStateException with a sentence for the operator when it cannot
     */
    static EmbeddedServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder);
            Orphan.stopIfAny(folder.resolve("cluster"));
            String password = SuperuserPassword.of(folder);
            var server = launch(folder, password);
            ScramOnly.enforce(server, folder.resolve("cluster"), password, DATABASE);
            return new EmbeddedServer(server, lock, password);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "内置 PostgreSQL 无法启动；以 root 运行且系统禁止 unshare 时，请换普通用户，或设 CUTSCORE_DB_URL / The"
                            + " embedded PostgreSQL did not start: run as an ordinary user where"
                            + " unshare is forbidden to root, or set CUTSCORE_DB_URL. Cause: "
                            + e.getMessage(),
                    e);
        }
    }

    private static EmbeddedPostgres launch(Path folder, String password) throws IOException {
        var log = folder.resolve("postgresql.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("cluster"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("data_sync_retry", "off")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    @Override
    public HikariDataSource pool(Share share) {
        return PostgresServer.pool(share, url(), "postgres", password);
    }

    private String url() {
        return String.format(
                Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/%s", server.getPort(), DATABASE);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}

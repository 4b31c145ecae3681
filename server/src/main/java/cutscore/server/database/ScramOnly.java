package cutscore.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * After the first start, which trusts everybody on this machine, gives the superuser its password
 * and lets nobody in without one.
 */
final class ScramOnly {
    private static final String RULES =
            """
            # Written by Cutscore: a password for everybody, from this machine only.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128 scram-sha-256
            """;

    private ScramOnly() {}

    static void enforce(EmbeddedPostgres server, Path cluster, String password, String database)
            throws SQLException, IOException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, login)) {
            var rules = cluster.resolve("pg_hba.conf");
            if (!Files.readString(rules).equals(RULES)) {
                // Hexadecimal: the password holds no quote that could end the literal.
                execute(connection, "ALTER USER postgres PASSWORD '" + password + "'");
                Files.writeString(rules, RULES);
                execute(connection, "SELECT pg_reload_conf()");
            }
            if (!exists(connection, database)) {
                execute(connection, "CREATE DATABASE " + database);
            }
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

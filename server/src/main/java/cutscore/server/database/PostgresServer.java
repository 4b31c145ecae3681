package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;

/** A PostgreSQL server that hands out a pool of connections for each share of the work. */
sealed interface PostgresServer extends AutoCloseable permits EmbeddedServer, GivenServer {

    HikariDataSource pool(Share share);

    @Override
    void close();

    /** Small and impatient: a request that cannot get a connection in three seconds is told so. */
    static HikariDataSource pool(Share share, String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(share.connections());
        pool.setMinimumIdle(share == Share.WORK ? 1 : 0);
        pool.setConnectionTimeout(3_000);
        pool.setPoolName("cutscore-" + share.name().toLowerCase(Locale.ROOT));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "cutscore");
        return pool;
    }
}

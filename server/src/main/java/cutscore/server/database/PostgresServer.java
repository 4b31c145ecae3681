package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;

/** A PostgreSQL server that hands out one pool of connections. */
sealed interface PostgresServer extends AutoCloseable permits EmbeddedServer, GivenServer {

    HikariDataSource pool();

    @Override
    void close();

    /** Small and impatient: a request that cannot get a connection in three seconds is told so. */
    static HikariDataSource pool(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(3_000);
        pool.setPoolName("cutscore");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "cutscore");
        return pool;
    }
}

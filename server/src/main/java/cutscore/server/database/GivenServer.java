package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;

/** A server that somebody else runs: {@code CUTSCORE_DB_URL}, {@code _USER}, {@code _PASSWORD}. */
record GivenServer(String url, String user, String password) implements PostgresServer {

    @Override
    public HikariDataSource pool(Share share) {
        return PostgresServer.pool(share, url, user, password);
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    @Override
    public String toString() {
        return "GivenServer[" + url.replaceAll("\\?.*", "") + "]";
    }
}

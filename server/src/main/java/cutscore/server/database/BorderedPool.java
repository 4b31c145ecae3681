package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;
import cutscore.kernel.id.DivisionCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends each connection from the {@link Share} of who asks for it, binds it to his {@link Border},
 * and unbinds it before it goes back. A connection that cannot be unbound is thrown away, never
 * lent again.
 */
final class BorderedPool extends DelegatingDataSource implements AutoCloseable {
    /** Of the session, not of a transaction: a transaction that fails stays bound. */
    private static final String BIND =
            "SELECT set_config('cutscore.province', ?, false), set_config('role', ?, false)";

    private final Map<Share, HikariDataSource> pools = new EnumMap<>(Share.class);

    /**
     * @param work lends for {@link Share#WORK}
     * @param others makes what lends for another share; it opens nothing before it is asked
     */
    BorderedPool(HikariDataSource work, Function<Share, HikariDataSource> others) {
        super(work);
        for (var share : Share.values()) {
            pools.put(share, share == Share.WORK ? work : others.apply(share));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var pool = Objects.requireNonNull(pools.get(Share.here()));
        var connection = pool.getConnection();
        var border = Border.here();
        return border.isPresent() ? bound(pool, connection, border.get()) : connection;
    }

    private Connection bound(HikariDataSource pool, Connection connection, DivisionCode province)
            throws SQLException {
        try {
            set(connection, province.value(), ProvinceRole.NAME);
        } catch (SQLException unbound) {
            discard(pool, connection);
            throw unbound;
        }
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, given) -> {
                            if (method.getName().equals("close")) {
                                giveBack(pool, connection);
                                return null;
                            }
                            try {
                                return method.invoke(connection, given);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    private static void giveBack(HikariDataSource pool, Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                // Whoever forgot to end it: the unbinding must not be rolled back with it.
                connection.rollback();
                connection.setAutoCommit(true);
            }
            set(connection, "", "none");
        } catch (SQLException stillBound) {
            discard(pool, connection);
            return;
        }
        connection.close();
    }

    private static void discard(HikariDataSource pool, Connection connection) throws SQLException {
        pool.evictConnection(connection);
        connection.close();
    }

    private static void set(Connection connection, String province, String role)
            throws SQLException {
        try (var bind = connection.prepareStatement(BIND)) {
            bind.setString(1, province);
            bind.setString(2, role);
            bind.execute();
        }
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}

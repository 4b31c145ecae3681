package cutscore.server.database;

import com.zaxxer.hikari.HikariDataSource;
import cutscore.kernel.id.DivisionCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Binds each connection to the {@link Border} of who asks for it, and unbinds it before it goes
 * back. A connection that cannot be unbound is thrown away, never lent again.
 */
final class BorderedPool extends DelegatingDataSource implements AutoCloseable {
    /** Of the session, not of a transaction: a transaction that fails stays bound. */
    private static final String BIND =
            "SELECT set_config('cutscore.province', ?, false), set_config('role', ?, false)";

    private final HikariDataSource pool;

    BorderedPool(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        var border = Border.here();
        return border.isPresent() ? bound(connection, border.get()) : connection;
    }

    private Connection bound(Connection connection, DivisionCode province) throws SQLException {
        try {
            set(connection, province.value(), ProvinceRole.NAME);
        } catch (SQLException unbound) {
            discard(connection);
            throw unbound;
        }
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, given) -> {
                            if (method.getName().equals("close")) {
                                giveBack(connection);
                                return null;
                            }
                            try {
                                return method.invoke(connection, given);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    private void giveBack(Connection connection) throws SQLException {
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
            discard(connection);
            return;
        }
        connection.close();
    }

    private void discard(Connection connection) throws SQLException {
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
        pool.close();
    }
}

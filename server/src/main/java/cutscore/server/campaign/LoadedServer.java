package cutscore.server.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The server that a load is put on, warmed up by nobody yet. */
public final class LoadedServer implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseSerialGC");

    private final ServerProcess server;
    private final DatabaseProcess database;

    private LoadedServer(ServerProcess server, DatabaseProcess database) {
        this.server = server;
        this.database = database;
    }

    public static LoadedServer start(Path folder, int port, String secret)
            throws IOException, InterruptedException {
        return new LoadedServer(
                ServerProcess.start(folder, port, secret, OPTIONS), new DatabaseProcess(folder));
    }

    /**
     * @throws IllegalStateException when it has ended meanwhile
     */
    public void mustRun() {
        if (!server.isAlive()) {
            throw new IllegalStateException("the server ended; see server.log");
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            database.endIfAny();
        } catch (IOException nothingLeft) {
            // The server stopped its database itself.
        }
    }
}

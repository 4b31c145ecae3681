package cutscore.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server that a campaign starts, kills, starts again and ends. */
@Command(name = "server", hidden = true, header = "长跑用的服务 / the server of a campaign")
final class CampaignServerCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true, paramLabel = "DIR", description = "data")
    private Path folder = Path.of("");

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "port")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = settings(folder);
        settings.put("server.port", Integer.toString(port));
        settings.put("server.address", "127.0.0.1");
        settings.put("cutscore.ledger.background", "true");
        try (var server = Start.with(settings, java.util.List.of())) {
            Start.untilStopped(server);
        }
        return 0;
    }

    /** Invented people, the real clock. */
    static Map<String, String> settings(Path folder) {
        var settings = new java.util.LinkedHashMap<String, String>();
        settings.put("cutscore.environment", "cycle");
        settings.put("cutscore.folder", folder.toString());
        settings.put("cutscore.database-url", "");
        return settings;
    }
}

package cutscore.server;

import cutscore.server.database.WeakSettings;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The production server. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "正式服务 / the production server",
        description = {
            "内置 PostgreSQL 的数据在 ./data；设了 CUTSCORE_DB_URL、CUTSCORE_DB_USER、CUTSCORE_DB_PASSWORD"
                    + " 则用外部数据库。不安全的设置会拒绝启动并说明原因。空数据库上会打印首批两位管理员的一次性代码。步骤见 docs/manual/serve.md。",
            "The embedded PostgreSQL keeps its data in ./data; CUTSCORE_DB_URL, CUTSCORE_DB_USER"
                + " and CUTSCORE_DB_PASSWORD name an external one. Weak settings are refused with"
                + " the reason. On an empty database the one-time codes of the first two"
                + " administrators are printed. Step by step: docs/manual/serve.md."
        },
        footer = {
            "",
            "例 / Examples:",
            "  ./cutscore serve --port 8080",
            "  CUTSCORE_DB_URL=jdbc:postgresql://127.0.0.1/cutscore CUTSCORE_DB_USER=cutscore"
                    + " CUTSCORE_DB_PASSWORD=… ./cutscore serve"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT", description = "端口 / port (default: 8080)")
    private int port = 8080;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Ports.require(spec.commandLine(), port);
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", Integer.toString(port));
        ApplicationListener<ApplicationEnvironmentPreparedEvent> guard =
                prepared -> {
                    var weak = ServeSettings.weaknesses(prepared.getEnvironment());
                    if (!weak.isEmpty()) {
                        throw new WeakSettings(weak);
                    }
                };
        try (var server = Start.with(settings, List.of(guard))) {
            PrintWriter out = spec.commandLine().getOut();
            Greeting.served(server, port, out);
            Start.untilStopped(server);
        }
        return 0;
    }
}

package cutscore.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Starts the server inside a command. */
final class Start {
    /** What Spring would say of a start that fails, {@link Complaint} says in both languages. */
    private static final List<String> QUIET =
            List.of(
                    "--logging.level.org.springframework.boot.SpringApplication=off",
                    "--logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter=off",
                    "--logging.level.org.springframework.boot.web.server.servlet.context=off",
                    "--logging.level.org.springframework.context.support=off",
                    "--spring.main.log-startup-info=false");

    private Start() {}

    /**
     * @param settings properties; they win over the environment and the configuration files
     * @param first called when the settings are known and before anything is made of them
     */
    static ConfigurableApplicationContext with(
            Map<String, String> settings, List<ApplicationListener<?>> first) {
        var application = new SpringApplication(Cutscore.class);
        first.forEach(application::addListeners);
        var arguments = new ArrayList<>(QUIET);
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return application.run(arguments.toArray(String[]::new));
    }

    /** Without a port: for a session that is played. */
    static ConfigurableApplicationContext withoutPort(Map<String, String> settings) {
        var all = new java.util.LinkedHashMap<>(settings);
        // The web parts are made, so that every module is whole, but nothing listens.
        all.put("server.port", "-1");
        all.put("cutscore.ledger.background", "false");
        return with(all, List.of());
    }

    /** Until somebody stops the program, or the server stops by itself. */
    static void untilStopped(ConfigurableApplicationContext server) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        server.addApplicationListener(
                (ApplicationListener<ContextClosedEvent>)
                        closed -> {
                            if (closed.getApplicationContext().equals(server)) {
                                stopped.countDown();
                            }
                        });
        stopped.await();
    }
}

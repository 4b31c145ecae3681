package cutscore.server.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;

/** A small session of the real Sichuan circular, played once in a test's server. */
public final class Played {
    private static final Map<ApplicationContext, Replayed> DONE = new ConcurrentHashMap<>();

    private Played() {}

    /** Played by now, by this call or an earlier one. */
    public static Replayed once(ApplicationContext server) {
        return DONE.computeIfAbsent(server, Played::play);
    }

    private static Replayed play(ApplicationContext server) {
        try {
            var roster = Files.createTempDirectory("cutscore-played-").resolve("roster.csv");
            var script = new Script(circular(), Optional.empty(), 3000, 7, roster);
            return server.getBean(Replays.class).play(script, new Silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String circular() throws IOException {
        try (var text = Played.class.getResourceAsStream("sichuan-2023H1.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Nobody watches. */
    static final class Silent implements Progress {
        @Override
        public void begins(Stage stage, long of) {}

        @Override
        public void at(long done) {}

        @Override
        public void ends() {}

        @Override
        public Map<Stage, Long> millis() {
            return Map.of();
        }
    }
}

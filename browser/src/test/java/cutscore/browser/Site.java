package cutscore.browser;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.SessionId;
import cutscore.server.Cutscore;
import cutscore.server.certificate.Certificates;
import cutscore.server.cycle.Progress;
import cutscore.server.cycle.Replayed;
import cutscore.server.cycle.Replays;
import cutscore.server.cycle.Script;
import cutscore.server.cycle.Stage;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One real server for all tests of a run, with a whole invented exam session played on it, on its
 * own database in a folder that is thrown away.
 *
 * @param url without a slash at the end
 * @param issued a certificate that lives
 * @param annulled one that was annulled
 * @param signIns everybody who can sign in
 * @param roster the invented roster, as a file
 * @param snapshot the agreed snapshot that the line was determined from
 */
record Site(
        String url,
        CertificateNumber issued,
        CertificateNumber annulled,
        List<Replayed.SignIn> signIns,
        Path roster,
        SnapshotId snapshot) {
    static final SessionId SESSION = SessionId.of(2023, 1);
    private static final long EXAMINEES = 5_000;
    private static final long SEED = 7;

    /** How long a proven factor is good here, so that no test waits for minutes. */
    static final Duration STEP_UP = Duration.ofSeconds(2);

    static Site running() {
        return Holder.SITE;
    }

    /** A part of the running server: what a walk needs before it begins is made there. */
    static <T> T bean(Class<T> kind) {
        running();
        return Holder.SERVER.getBean(kind);
    }

    /** The address of a path on the running site. */
    static String address(String path) {
        return running().url() + path;
    }

    /** The same by the machine's name instead of its number. */
    static String byName(String path) {
        return address(path).replace("127.0.0.1", "localhost");
    }

    /** The path of an address on the running site. */
    static String path(String address) {
        return address.substring(running().url().length());
    }

    /** Somebody by their sign-in name: {@code may-declare}. */
    Replayed.SignIn signIn(String name) {
        return signIns.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static final class Holder {
        private static final Path FOLDER = folder();
        private static final ConfigurableApplicationContext SERVER = run(FOLDER);
        private static final Site SITE = start();

        private static Path folder() {
            try {
                return Files.createTempDirectory("cutscore-browser-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Site start() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(SERVER, FOLDER)));
            try {
                var replayed = play(SERVER, FOLDER);
                var certificates = SERVER.getBean(Certificates.class);
                return new Site(
                        "http://127.0.0.1:"
                                + SERVER.getEnvironment().getRequiredProperty("local.server.port"),
                        certificates.live(SESSION).getFirst(),
                        certificates.annulled(SESSION).getFirst(),
                        replayed.signIns(),
                        FOLDER.resolve("roster.csv"),
                        SERVER.getBean(Snapshots.class).all().getFirst().id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ConfigurableApplicationContext run(Path folder) {
            return SpringApplication.run(
                    Cutscore.class,
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--cutscore.environment=demo",
                    "--cutscore.access.step-up=" + STEP_UP,
                    "--cutscore.seed=" + SEED,
                    "--cutscore.database-url=",
                    "--cutscore.folder=" + folder.resolve("data"));
        }

        private static Replayed play(ConfigurableApplicationContext server, Path folder)
                throws IOException {
            var script =
                    new Script(
                            packed("sichuan-2023H1.txt"),
                            Optional.empty(),
                            EXAMINEES,
                            SEED,
                            folder.resolve("roster.csv"));
            var replays = server.getBean(Replays.class);
            return replays.goOnInto(
                    replays.play(script, new Silent()), packed("national-late-claim-2024.txt"));
        }

        private static String packed(String notice) throws IOException {
            try (var text =
                    Cutscore.class.getResourceAsStream("/cutscore/server/cycle/" + notice)) {
                if (text == null) {
                    throw new IOException("the notice is not packed");
                }
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static void stop(ConfigurableApplicationContext server, Path folder) {
            server.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(Stage stage, long of) {
            // Nobody watches.
        }

        @Override
        public void at(long done) {
            // Nobody watches.
        }

        @Override
        public void ends() {
            // Nobody watches.
        }

        @Override
        public Map<Stage, Long> millis() {
            return Map.of();
        }
    }
}

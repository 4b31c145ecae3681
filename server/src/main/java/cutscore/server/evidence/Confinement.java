package cutscore.server.evidence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds the examining process, the strongest that this machine permits: namespaces of Linux
 * without network, with an empty place where the data folder was and with no other process in
 * sight; below that limits of memory, file size and time. In every case the process shuts the JDK's
 * own doors to the network, has an empty environment and dies after its time.
 */
enum Confinement {
    /** Namespaces made by root, and nobody's rights inside. */
    NOBODY_IN_NAMESPACES,
    /** The same made by an ordinary user, where the system lets users make them. */
    USER_NAMESPACES,
    /** Limits alone. */
    LIMITS,
    /** No tool of the system is there: a process of its own, no more. */
    PROCESS;

    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);
    private static final String HIDE =
            "mount -t tmpfs -o size=1m,mode=755 none \"$1\""
                    + " && mount -t tmpfs -o size=32m,mode=1777,nosuid,nodev none \"$2\""
                    + " && cd \"$2\" && shift 2 && exec \"$@\"";
    private static final List<String> APART =
            List.of(
                    "unshare",
                    "--net",
                    "--ipc",
                    "--uts",
                    "--pid",
                    "--fork",
                    "--kill-child",
                    "--mount-proc",
                    "--propagation",
                    "private");
    private static final List<String> LIMITED =
            List.of(
                    "prlimit",
                    "--as=3000000000",
                    "--fsize=67108864",
                    "--nofile=128",
                    "--core=0",
                    "--cpu=40");
    private static final List<String> POWERLESS =
            List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /**
     * @param program what is to be run
     * @param hidden the folder that nothing of is to be seen
     * @param work the folder it may write to
     */
    List<String> around(List<String> program, Path hidden, Path work) {
        var out = new ArrayList<String>();
        switch (this) {
            case NOBODY_IN_NAMESPACES -> {
                out.addAll(APART);
                out.addAll(hiding(hidden, work));
                out.addAll(AS_NOBODY);
                out.addAll(POWERLESS);
                out.addAll(LIMITED);
            }
            case USER_NAMESPACES -> {
                out.addAll(APART);
                out.addAll(List.of("--user", "--map-root-user"));
                out.addAll(hiding(hidden, work));
                out.add("setpriv");
                out.addAll(POWERLESS);
                out.addAll(LIMITED);
            }
            case LIMITS -> out.addAll(LIMITED);
            case PROCESS -> {
                // Nothing stands around it.
            }
        }
        out.addAll(program);
        return out;
    }

    private static List<String> hiding(Path hidden, Path work) {
        return List.of("sh", "-c", HIDE, "sh", hidden.toString(), work.toString());
    }

    /** The environment of every process: what a program needs to be found, and nothing else. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin");

    /** Whether the system shuts the network and hides the data folder. */
    boolean hides() {
        return this == NOBODY_IN_NAMESPACES || this == USER_NAMESPACES;
    }

    /** What a probe said. */
    record Seen(Confinement by, String said) {
        boolean ran() {
            return said.contains("jdk-network=shut");
        }

        boolean isWhole() {
            return said.equals("system-network=shut jdk-network=shut folder=hidden");
        }
    }

    /** The strongest that really holds here; tried out, not guessed. */
    static Confinement strongest(ParserHome home, Path hidden) {
        var best = PROCESS;
        for (Confinement one : values()) {
            var seen = one.tried(home, hidden);
            if (seen.isWhole() || (seen.ran() && one == LIMITS)) {
                best = one;
                break;
            }
        }
        LOG.info("检查材料的进程受限于 / files are examined confined by: {}", best);
        return best;
    }

    Seen tried(ParserHome home, Path hidden) {
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var program = home.probe(door.getLocalPort(), hidden);
            var work = home.work();
            var process = start(around(program, hidden, work), work);
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    return new Seen(this, "");
                }
                var said = process.getInputStream().readAllBytes();
                return new Seen(this, new String(said, StandardCharsets.UTF_8).strip());
            } finally {
                process.destroyForcibly();
                home.done(work);
            }
        } catch (IOException notThere) {
            return new Seen(this, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Seen(this, "");
        }
    }

    static Process start(List<String> command, Path work) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.directory(work.toFile());
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }
}

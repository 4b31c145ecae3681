package cutscore.server.campaign;

import cutscore.server.campaign.Crowd.Control;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The plug is pulled, at random moments, while a crowd declares: of the server, or of its database.
 * Each time it is started again on the same files.
 */
public final class CutCampaign {
    private static final int CLIENTS = 48;
    private static final int CREDULOUS = 2_000;
    private static final long CONTROL_MILLIS = 300;
    private static final List<String> OPTIONS =
            List.of("-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final int port;
    private final String secret;
    private final Consumer<String> told;

    /**
     * @param folder where {@link Scenes} made the people
     * @param secret they were made with
     * @param told one line now and then
     */
    public CutCampaign(Path folder, int port, String secret, Consumer<String> told) {
        this.folder = folder;
        this.port = port;
        this.secret = secret;
        this.told = told;
    }

    /**
     * What is asked for.
     *
     * @param serverCuts how often the server is killed
     * @param databaseCuts how often PostgreSQL is
     * @param atMost after which no further cut is made
     */
    public record Wanted(long seed, int serverCuts, int databaseCuts, Duration atMost) {}

    /**
     * What came of it; what the crowd was told has still to be compared with what is there.
     *
     * @param believed the control: by a crowd that does not wait to be told; some must be missing
     * @param healedMillis of every cut, until somebody was acknowledged again
     */
    public record Ran(
            int serverCuts,
            int databaseCuts,
            List<Receipt> receipts,
            List<Receipt> believed,
            List<String> faults,
            NavigableMap<String, Long> counts,
            List<Long> healedMillis) {}

    /**
     * What a person was told.
     *
     * @param receipt empty where the crowd only believed it
     */
    public record Receipt(
            String admissionNumber, String key, String receipt, long act, String arrivedAt) {}

    public Ran run(Wanted wanted, List<Person> people) throws IOException, InterruptedException {
        int ordinary = people.size() - Math.min(CREDULOUS, people.size() / 4);
        var crowd = new Crowd(port, people.subList(0, ordinary), wanted.seed, Control.NONE);
        var control =
                new Crowd(
                        port,
                        people.subList(ordinary, people.size()),
                        wanted.seed,
                        Control.ACKNOWLEDGED_EARLY);
        var healed = new ArrayList<Long>();
        int[] cuts = new int[2];
        var database = new DatabaseProcess(folder);
        try (var server = ServerProcess.start(folder, port, secret, OPTIONS)) {
            var clients = crowd.start(CLIENTS);
            cut(wanted, crowd, server, database, cuts, healed);
            end(crowd, clients);
            crowd.resolveAll();
            believe(control, database);
        } finally {
            database.endIfAny();
        }
        var book = crowd.book();
        return new Ran(
                cuts[0],
                cuts[1],
                told(book),
                told(control.book()),
                book.faults(),
                book.counts(),
                healed);
    }

    private static void end(Crowd crowd, List<Thread> clients) throws InterruptedException {
        crowd.stop();
        for (var client : clients) {
            client.join();
        }
    }

    /** The control: the database is cut under a crowd that takes sending for being told. */
    private static void believe(Crowd control, DatabaseProcess database)
            throws IOException, InterruptedException {
        var clients = control.start(CLIENTS);
        Thread.sleep(CONTROL_MILLIS);
        database.kill();
        end(control, clients);
        database.start();
    }

    private static List<Receipt> told(Book book) {
        return book.all().stream()
                .map(
                        known ->
                                new Receipt(
                                        known.sending().person().admissionNumber(),
                                        known.sending().key(),
                                        known.receipt(),
                                        known.act(),
                                        known.arrivedAt()))
                .toList();
    }

    private void cut(
            Wanted wanted,
            Crowd crowd,
            ServerProcess server,
            DatabaseProcess database,
            int[] cuts,
            List<Long> healed)
            throws IOException, InterruptedException {
        var random = new SplittableRandom(wanted.seed);
        long until = System.nanoTime() + wanted.atMost.toNanos();
        int left = wanted.serverCuts + wanted.databaseCuts;
        int serverLeft = wanted.serverCuts;
        while (left > 0 && System.nanoTime() < until && !crowd.isUsedUp()) {
            Thread.sleep(100 + random.nextInt(900));
            boolean ofServer = random.nextInt(left) < serverLeft;
            long begun = System.nanoTime();
            if (ofServer) {
                server.kill();
                server.restart();
                serverLeft--;
            } else {
                database.kill();
                database.start();
            }
            cuts[ofServer ? 0 : 1]++;
            left--;
            awaitHealed(crowd);
            healed.add((System.nanoTime() - begun) / 1_000_000);
            if ((cuts[0] + cuts[1]) % 10 == 0) {
                told.accept(
                        (cuts[0] + cuts[1])
                                + " cuts, "
                                + crowd.book().acknowledgedSoFar()
                                + " acknowledged");
            }
        }
    }

    private static void awaitHealed(Crowd crowd) throws InterruptedException, IOException {
        long before = crowd.book().acknowledgedSoFar();
        for (int i = 0; crowd.book().acknowledgedSoFar() == before; i++) {
            if (crowd.isUsedUp()) {
                return;
            }
            if (i > 6_000) {
                throw new IOException("nobody was acknowledged for a minute after a cut");
            }
            Thread.sleep(10);
        }
    }
}

package cutscore.server.export;

import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.database.Border;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on one export at a time: takes it, writes the file, puts it on record. A worker that was
 * thought dead finds its epoch old, and what it wrote is thrown away.
 */
@Component
class Exporting implements SmartLifecycle {
    /** How long a file may be taken. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Exporting.class);
    private static final long LOOKS_EVERY_SECONDS = 5;

    private final JobTable table;
    private final ListExport export;
    private final ExportFolder folder;
    private final Officers officers;
    private final Ledger ledger;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    /** Beside the long reading transaction: how far it is must be seen, and kept, at once. */
    private final TransactionTemplate aside;

    private final Semaphore woken = new Semaphore(0);
    private volatile boolean wanted;
    private @Nullable Thread thread;

    Exporting(
            JobTable table,
            ListExport export,
            ExportFolder folder,
            Officers officers,
            Ledger ledger,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.export = export;
        this.folder = folder;
        this.officers = officers;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Somebody asked for something. */
    void wake() {
        woken.release();
    }

    /** Works on the next job, if there is one. */
    boolean next() {
        var lease = table.take();
        lease.ifPresent(this::work);
        return lease.isPresent();
    }

    void work(JobTable.Lease lease) {
        try {
            var officer =
                    officers.find(lease.job().officer())
                            .filter(one -> serves(one, lease.job()))
                            .orElseThrow(() -> new NoSuchElementException("not his list any more"));
            var draft = folder.draft(lease.job().id(), lease.epoch());
            try {
                write(lease, officer, draft);
            } finally {
                ExportFolder.remove(draft);
            }
        } catch (Fenced late) {
            LOG.info("导出已由别处接手 / another worker has the export now");
        } catch (IOException | RuntimeException e) {
            table.failed(lease);
            LOG.error("导出没有完成 / an export was not made", e);
        }
    }

    /** Whether who asked may still see what he asked for. */
    private static boolean serves(Officer officer, ExportJob job) {
        return DeclarationLists.province(officer).equals(job.province());
    }

    private void write(JobTable.Lease lease, Officer officer, Path draft) throws IOException {
        Border.within(lease.job().province(), () -> writeInside(lease, officer, draft));
    }

    private void writeInside(JobTable.Lease lease, Officer officer, Path draft) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var digest = Digest.sha256();
        long rows;
        try (var out =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(draft)), digest)) {
            rows = export.write(lease.job(), officer, now, out, so -> beat(lease, so));
        }
        record(lease, officer, rows, HexFormat.of().formatHex(digest.digest()), draft);
    }

    private void beat(JobTable.Lease lease, long rows) {
        aside.executeWithoutResult(_ -> Fenced.unless(table.beat(lease, rows)));
    }

    /** The file, its row and the ledger's entry: together or not at all. */
    private void record(
            JobTable.Lease lease, Officer officer, long rows, String sha256, Path draft) {
        var job = lease.job();
        transaction.executeWithoutResult(
                _ -> {
                    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var filter = ListExport.filter(job.filter());
                    var body =
                            Json.object()
                                    .put("province", job.province().value())
                                    .put("session", filter.session().value())
                                    .put("rows", rows)
                                    .put("sha256", sha256)
                                    .put("format", job.format().name())
                                    .put("purpose", job.kind().name())
                                    .build();
                    long index =
                            ledger.append(new Act("export.made", at, List.of(officer.id()), body))
                                    .index();
                    Fenced.unless(table.ready(lease, rows, sha256, at, at.plus(KEPT), index));
                    try {
                        folder.keep(draft, job);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    /**
     * Takes away the files whose day is over; their rows stay. One that cannot be taken away stands
     * in no other's way, and is tried again.
     */
    void sweep() {
        for (var job : table.over(clock.instant())) {
            try {
                folder.remove(job);
                table.gone(job.id());
            } catch (RuntimeException e) {
                LOG.error("过期的导出文件没有删掉，将重试 / an export's file was not removed", e);
            }
        }
    }

    /** Somebody else works on it under a newer epoch. */
    static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Fenced() {
            super("fenced", null, false, false);
        }

        static void unless(boolean mine) {
            if (!mine) {
                throw new Fenced();
            }
        }
    }

    private void run() {
        while (wanted) {
            try {
                while (wanted && next()) {}
                sweep();
            } catch (RuntimeException e) {
                LOG.error("导出暂停，将重试 / exports pause and are tried again", e);
            }
            try {
                if (woken.tryAcquire(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    @Override
    public synchronized void start() {
        wanted = true;
        thread = Thread.ofVirtual().name("exporting").start(this::run);
    }

    /** Lets an export under way come to its end. */
    @Override
    public synchronized void stop() {
        wanted = false;
        wake();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}

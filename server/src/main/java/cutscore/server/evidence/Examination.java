package cutscore.server.evidence;

import cutscore.server.evidence.UploadTable.Stage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes uploads that are complete through the inspection, two at a time, in the order they came. A
 * stopped server goes on with them after its next start.
 */
@Component
class Examination implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    private final UploadTable uploads;
    private final Incoming incoming;
    private final Inspection inspection;
    private final Shelf shelf;
    private final InstantSource clock;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("examination-", 0).factory());
    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    Examination(
            UploadTable uploads,
            Incoming incoming,
            Inspection inspection,
            Shelf shelf,
            InstantSource clock) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.inspection = inspection;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Begins, or joins what has begun; returns when it has ended or the patience has. */
    void await(UUID upload, Duration patience) {
        try {
            begin(upload).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            // It goes on; whoever asks again is told.
            LOG.debug("an examination takes longer than its sender waits");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("an examination failed", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    CompletableFuture<Void> begin(UUID upload) {
        return running.computeIfAbsent(
                upload, id -> CompletableFuture.runAsync(() -> run(id), workers));
    }

    private void run(UUID id) {
        try {
            var upload = uploads.find(id).filter(u -> u.stage() == Stage.EXAMINING);
            if (upload.isPresent()) {
                examine(upload.get());
            }
        } finally {
            running.remove(id);
        }
    }

    private void examine(UploadTable.Upload upload) {
        byte[] sent = incoming.read(upload);
        var finding = inspection.inspect(upload.name(), sent);
        var arrival = new Shelf.Arrival(upload.owner(), upload.item(), upload.name(), finding);
        shelf.put(arrival, taken -> end(upload.id(), taken));
        incoming.remove(upload.id());
    }

    private boolean end(UUID upload, Taken taken) {
        var now = clock.instant();
        return switch (taken) {
            case Taken.Stored(var file) -> uploads.end(upload, Stage.STORED, null, file.id(), now);
            case Taken.Refused(var why) ->
                    uploads.end(upload, Stage.REFUSED, why.name(), null, now);
        };
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}

package cutscore.server.certificate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Issues approved batches in the background, one at a time, outside any officer's request. What a
 * stop interrupted is begun again at the next start; every chunk is committed on its own.
 */
@Component
class IssuingWork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(IssuingWork.class);
    private static final int SECONDS_TO_END = 20;

    private final Certificates certificates;
    private final BatchLook look;
    private final Set<BatchId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("issuing").factory());

    IssuingWork(Certificates certificates, BatchLook look) {
        this.certificates = certificates;
        this.look = look;
    }

    /** Begins, unless it is under way here already. */
    void begin(BatchId id) {
        if (underWay.add(id)) {
            worker.execute(() -> issue(id));
        }
    }

    boolean isUnderWay(BatchId id) {
        return underWay.contains(id);
    }

    private void issue(BatchId id) {
        try {
            certificates.issue(id);
        } catch (RuntimeException e) {
            // Without the message, which may quote a row.
            LOG.error(
                    "发证没有完成，可在批次页继续 / batch {} stopped, go on from its page: {}",
                    id,
                    e.getClass().getName());
        } finally {
            underWay.remove(id);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void whatWasInterrupted() {
        look.unfinished().forEach(this::begin);
    }

    /** Lets a chunk under way come to its end; the rest follows after the next start. */
    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}

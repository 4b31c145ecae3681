package cutscore.server.declaration;

import cutscore.server.database.Arrivals;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A form that somebody waits for an answer to. It is answered once: after its commit, or with what
 * went wrong.
 */
final class Waiting {
    private final DeclarationForm form;
    private final Arrivals.Stamp stamp;
    private final CompletableFuture<Submission> answer = new CompletableFuture<>();

    Waiting(DeclarationForm form, Arrivals.Stamp stamp) {
        this.form = form;
        this.stamp = stamp;
    }

    DeclarationForm form() {
        return form;
    }

    Arrivals.Stamp stamp() {
        return stamp;
    }

    void answer(Submission said) {
        answer.complete(said);
    }

    void fail(RuntimeException fault) {
        answer.completeExceptionally(fault);
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /**
     * @throws RuntimeException what went wrong; whether it was recorded is then not known, and the
     *     same key sent again finds out
     */
    Submission await(Duration atMost) {
        try {
            return answer.copy().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException("a submission was not answered in time", e);
        }
    }
}

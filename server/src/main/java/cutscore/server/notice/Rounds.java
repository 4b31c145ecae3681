package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.server.database.Regularly;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The two rounds of the notices. What is delivered, codes first, never waits for what is being told
 * to a whole roster.
 */
@Component
final class Rounds {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Expansion expansion;
    private final Reminders reminders;
    private final Broadcasting broadcasting;
    private final Post post;

    Rounds(Expansion expansion, Reminders reminders, Broadcasting broadcasting, Post post) {
        this.expansion = expansion;
        this.reminders = reminders;
        this.broadcasting = broadcasting;
        this.post = post;
    }

    /** What happened to one person is written to them; what is written is delivered. */
    void letters() {
        try {
            expansion.run();
        } finally {
            post.run();
        }
    }

    /** What many are told is written, reminders among it. */
    void circulars() {
        reminders.run();
        broadcasting.run();
    }

    /** One turn of both. */
    void run() {
        expansion.run();
        circulars();
        post.run();
    }

    Regularly delivering(boolean isWanted) {
        return new Regularly(
                        "notice-post",
                        PAUSE,
                        this::letters,
                        new Words("通知未能送出，将重试", "notices wait, trying again"))
                .onlyIf(isWanted);
    }

    Regularly broadcasting(boolean isWanted) {
        return new Regularly(
                        "notice-broadcasts",
                        PAUSE,
                        this::circulars,
                        new Words("群发通知中断，将继续", "broadcasts wait, trying again"))
                .onlyIf(isWanted);
    }
}

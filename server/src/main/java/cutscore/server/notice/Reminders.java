package cutscore.server.notice;

import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.notice.HappeningTable.Mend;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three days and one day before something ends: a window for who has not declared, a correction for
 * who was asked for it. Where both are due at once, only the nearer is told; what an extension has
 * just told is not said again.
 */
@Component
final class Reminders {
    private static final int CHUNK = 200;
    private static final List<Integer> NEARER_FIRST = List.of(1, 3);

    private final BroadcastTable broadcasts;
    private final HappeningTable happenings;
    private final MessageTable messages;
    private final Expansion expansion;
    private final Exams exams;
    private final Rosters rosters;
    private final Declarations declarations;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Reminders(
            BroadcastTable broadcasts,
            HappeningTable happenings,
            MessageTable messages,
            Expansion expansion,
            Exams exams,
            Rosters rosters,
            Declarations declarations,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.broadcasts = broadcasts;
        this.happenings = happenings;
        this.messages = messages;
        this.expansion = expansion;
        this.exams = exams;
        this.rosters = rosters;
        this.declarations = declarations;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Everything that is due now. */
    void run() {
        var now = clock.instant();
        exams.windows().stream().filter(w -> w.admits(now)).forEach(w -> remind(w, now));
        for (int days : NEARER_FIRST) {
            mends(days, now);
        }
    }

    /** A reminder belongs to a close: when that moves, so does it. */
    private void remind(WindowOnRecord window, Instant now) {
        var closes = window.window().closes().toInstant();
        NEARER_FIRST.stream()
                .filter(days -> !now.isBefore(closes.minus(Duration.ofDays(days))))
                .findFirst()
                .ifPresent(days -> remind(window, days, closes.minus(Duration.ofDays(days))));
    }

    private void remind(WindowOnRecord window, int days, Instant due) {
        String key = "reminder-" + days + "/" + window.id() + "/" + window.revision();
        if (!broadcasts.has(key) && exams.changed(window).isBefore(due)) {
            broadcasts.add(key, Kind.REMINDER, window);
        }
    }

    private void mends(int days, Instant now) {
        Integer done;
        do {
            done = transactions.execute(status -> chunk(days, now));
        } while (done != null && done == CHUNK);
    }

    private int chunk(int days, Instant now) {
        messages.takeTurn();
        var near = happenings.mendsWithin(days, now, CHUNK);
        for (Mend mend : near) {
            if (waits(mend)) {
                rosters.find(mend.session(), mend.admissionNumber())
                        .ifPresent(
                                entry ->
                                        expansion.tell(
                                                "mend-" + days + "/" + mend.id(),
                                                Kind.MEND_DEADLINE,
                                                entry,
                                                Texts.mendDeadline(
                                                        Duration.ofDays(days), mend.until())));
            }
            happenings.reminded(mend.id(), days);
        }
        return near.size();
    }

    /** Not sent again, withdrawn or returned anew with another deadline since. */
    private boolean waits(Mend mend) {
        return declarations.of(mend.session(), mend.admissionNumber()).stream()
                .anyMatch(
                        one ->
                                one.id().value().equals(mend.declaration())
                                        && one.stage() == Stage.RETURNED
                                        && one.mendUntil()
                                                .filter(mend.until()::equals)
                                                .isPresent());
    }
}

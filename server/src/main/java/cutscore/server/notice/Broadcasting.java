package cutscore.server.notice;

import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.notice.BroadcastTable.Broadcast;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells many: who may declare, whose window closes soon or was extended, whose line is out. A
 * broadcast's row is held while it runs, so that one node works on it; people are told in chunks,
 * each committed. One that was stopped runs again, and who was told is told no more.
 */
@Component
final class Broadcasting {
    private static final int CHUNK = 500;

    private final BroadcastTable table;
    private final MessageTable messages;
    private final HappeningTable happenings;
    private final Expansion expansion;
    private final Exams exams;
    private final Audience audience;
    private final Rosters rosters;
    private final TransactionTemplate whole;
    private final TransactionTemplate chunk;

    Broadcasting(
            BroadcastTable table,
            MessageTable messages,
            HappeningTable happenings,
            Expansion expansion,
            Exams exams,
            Audience audience,
            Rosters rosters,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.messages = messages;
        this.happenings = happenings;
        this.expansion = expansion;
        this.exams = exams;
        this.audience = audience;
        this.rosters = rosters;
        this.whole = new TransactionTemplate(transactions);
        this.chunk = new TransactionTemplate(transactions);
        this.chunk.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs every broadcast that waits. */
    void run() {
        while (Boolean.TRUE.equals(whole.execute(status -> one()))) {
            // the next one
        }
    }

    private boolean one() {
        var next = table.next();
        next.ifPresent(
                broadcast -> {
                    tell(broadcast);
                    table.finish(broadcast);
                });
        return next.isPresent();
    }

    private void tell(Broadcast broadcast) {
        if (broadcast.kind() == Kind.LINE_PUBLISHED) {
            var text = Texts.published(broadcast.session(), broadcast.path());
            first(broadcast, audience.measuredThere(broadcast), text);
            return;
        }
        var window = exams.findWindow(broadcast.window().orElseThrow()).orElseThrow();
        if (broadcast.kind() == Kind.MAY_DECLARE) {
            first(broadcast, audience.registeredThere(broadcast), Texts.mayDeclare(window));
        } else {
            more(broadcast, window);
        }
    }

    /** From the roster. */
    private void first(Broadcast broadcast, Predicate<RosterEntry> isFor, Text text) {
        var waiting = new ArrayList<RosterEntry>();
        rosters.entries(
                broadcast.session(),
                entry -> {
                    if (isFor.test(entry)) {
                        waiting.add(entry);
                    }
                    if (waiting.size() == CHUNK) {
                        tell(broadcast, waiting, text);
                    }
                });
        tell(broadcast, waiting, text);
    }

    private void tell(Broadcast broadcast, List<RosterEntry> waiting, Text text) {
        chunk.executeWithoutResult(
                status -> {
                    messages.takeTurn();
                    for (RosterEntry entry : waiting) {
                        String key = broadcast.key() + "/" + entry.admissionNumber();
                        expansion.tell(key, broadcast.kind(), entry, text);
                    }
                });
        waiting.clear();
    }

    /** Those told before who have not declared. */
    private void more(Broadcast broadcast, WindowOnRecord window) {
        var text =
                broadcast.kind() == Kind.REMINDER
                        ? Texts.reminder(window, before(broadcast))
                        : Texts.extended(window);
        var told = messages.told(window.id());
        for (int from = 0; from < told.size(); from += CHUNK) {
            var some = told.subList(from, Math.min(told.size(), from + CHUNK));
            chunk.executeWithoutResult(status -> more(broadcast, some, text));
        }
    }

    private void more(Broadcast broadcast, List<MessageTable.Told> told, Text text) {
        messages.takeTurn();
        for (var one : told) {
            if (!happenings.hasDeclared(broadcast.session(), one.admissionNumber())) {
                expansion.tell(
                        broadcast.key() + "/" + one.admissionNumber(),
                        broadcast.kind(),
                        one.person(),
                        broadcast.session(),
                        one.admissionNumber(),
                        text);
            }
        }
    }

    private static Duration before(Broadcast reminder) {
        return Duration.ofDays(Character.digit(reminder.key().charAt("reminder-".length()), 10));
    }
}

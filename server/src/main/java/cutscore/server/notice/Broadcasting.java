package cutscore.server.notice;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.Areas;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.notice.BroadcastTable.Broadcast;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells many: who may declare, whose window closes soon, whose window was extended. A broadcast's
 * row is held while it runs, so that one node works on it; people are told in chunks, each
 * committed. One that was stopped runs again, and who was told is told no more.
 */
@Component
final class Broadcasting {
    private static final int CHUNK = 500;
    private static final List<Duration> REMINDERS = List.of(Duration.ofDays(3), Duration.ofDays(1));

    private final BroadcastTable table;
    private final MessageTable messages;
    private final HappeningTable happenings;
    private final Expansion expansion;
    private final Exams exams;
    private final Areas areas;
    private final Rosters rosters;
    private final InstantSource clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate chunk;

    Broadcasting(
            BroadcastTable table,
            MessageTable messages,
            HappeningTable happenings,
            Expansion expansion,
            Exams exams,
            Areas areas,
            Rosters rosters,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.messages = messages;
        this.happenings = happenings;
        this.expansion = expansion;
        this.exams = exams;
        this.areas = areas;
        this.rosters = rosters;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.chunk = new TransactionTemplate(transactions);
        this.chunk.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs every broadcast that waits. */
    void run() {
        remind();
        while (Boolean.TRUE.equals(whole.execute(status -> one()))) {
            // the next one
        }
    }

    /** Three days and one day before the close; an extension makes them due again. */
    private void remind() {
        var now = clock.instant();
        for (WindowOnRecord window : exams.windows()) {
            if (!window.admits(now)) {
                continue;
            }
            var left = Duration.between(now, window.window().closes().toInstant());
            REMINDERS.stream()
                    .filter(before -> left.compareTo(before) <= 0)
                    .reduce((_, nearer) -> nearer)
                    .ifPresent(before -> remind(window, before));
        }
    }

    private void remind(WindowOnRecord window, Duration before) {
        String key = "reminder-" + before.toDays() + "/" + window.id() + "/" + window.revision();
        if (!table.has(key)) {
            table.add(key, Kind.REMINDER, window);
        }
    }

    private boolean one() {
        var next = table.next();
        next.ifPresent(
                broadcast -> {
                    int told =
                            broadcast.kind() == Kind.MAY_DECLARE
                                    ? first(broadcast)
                                    : more(broadcast);
                    table.finish(broadcast.id(), told);
                });
        return next.isPresent();
    }

    /** Everybody registered in a line area of the province who missed the national line. */
    private int first(Broadcast broadcast) {
        var window = exams.findWindow(broadcast.window()).orElseThrow();
        var exam = exams.find(broadcast.session()).orElseThrow();
        Set<DivisionCode> inside = areas.inForce(broadcast.province(), exam.firstDay());
        var text = Texts.mayDeclare(window);
        var waiting = new ArrayList<RosterEntry>();
        int[] told = {0};
        rosters.entries(
                broadcast.session(),
                entry -> {
                    if (inside.contains(entry.division()) && hasMissed(entry)) {
                        waiting.add(entry);
                    }
                    if (waiting.size() == CHUNK) {
                        told[0] += tell(broadcast, waiting, text);
                    }
                });
        told[0] += tell(broadcast, waiting, text);
        return told[0];
    }

    private int tell(Broadcast broadcast, List<RosterEntry> waiting, Text text) {
        Integer news =
                chunk.execute(
                        status -> {
                            int told = 0;
                            for (RosterEntry entry : waiting) {
                                String key = broadcast.key() + "/" + entry.admissionNumber();
                                told += expansion.tell(key, broadcast.kind(), entry, text) ? 1 : 0;
                            }
                            return told;
                        });
        waiting.clear();
        return news == null ? 0 : news;
    }

    /** Those told before who have not declared. */
    private int more(Broadcast broadcast) {
        var window = exams.findWindow(broadcast.window()).orElseThrow();
        var text =
                broadcast.kind() == Kind.REMINDER
                        ? Texts.reminder(window, before(broadcast))
                        : Texts.extended(window);
        var told = messages.told(window.id());
        int news = 0;
        for (int from = 0; from < told.size(); from += CHUNK) {
            var some = told.subList(from, Math.min(told.size(), from + CHUNK));
            Integer done = chunk.execute(status -> more(broadcast, some, text));
            news += done == null ? 0 : done;
        }
        return news;
    }

    private int more(Broadcast broadcast, List<MessageTable.Told> told, Text text) {
        int news = 0;
        for (var one : told) {
            if (!happenings.hasDeclared(broadcast.session(), one.admissionNumber())) {
                boolean isNews =
                        expansion.tell(
                                broadcast.key() + "/" + one.admissionNumber(),
                                broadcast.kind(),
                                one.person(),
                                broadcast.session(),
                                one.admissionNumber(),
                                text);
                news += isNews ? 1 : 0;
            }
        }
        return news;
    }

    private static Duration before(Broadcast reminder) {
        return Duration.ofDays(Character.digit(reminder.key().charAt("reminder-".length()), 10));
    }

    /** Sat, was not voided, and some subject lies below the national line. */
    private static boolean hasMissed(RosterEntry entry) {
        return !entry.voided()
                && entry.scores().stream().anyMatch(score -> score.sat())
                && !entry.reaches(entry.qualification().national());
    }
}

package cutscore.server.notice;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.Areas;
import cutscore.server.declaration.Declarations;
import cutscore.server.exam.Exams;
import cutscore.server.notice.BroadcastTable.Broadcast;
import cutscore.server.roster.RosterEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whom of a roster a broadcast is for. */
@Component
final class Audience {
    private final Exams exams;
    private final Areas areas;
    private final Declarations declarations;

    Audience(Exams exams, Areas areas, Declarations declarations) {
        this.exams = exams;
        this.areas = areas;
        this.declarations = declarations;
    }

    /** Everybody registered in a line area of its province who missed the national line. */
    Predicate<RosterEntry> registeredThere(Broadcast broadcast) {
        var day = exams.find(broadcast.session()).orElseThrow().firstDay();
        Set<DivisionCode> inside =
                broadcast
                        .province()
                        .map(province -> areas.inForce(province, day))
                        .orElseGet(() -> areas.inForce(day));
        return entry -> inside.contains(entry.division()) && hasMissed(entry);
    }

    /** The same, and whoever declared there, wherever registered. */
    Predicate<RosterEntry> measuredThere(Broadcast broadcast) {
        Set<String> declared = new HashSet<>();
        declarations.sent(
                broadcast.session(),
                sent -> {
                    if (broadcast.province().isEmpty()
                            || broadcast.province().get().equals(sent.province())) {
                        declared.add(sent.admissionNumber());
                    }
                });
        return registeredThere(broadcast).or(e -> declared.contains(e.admissionNumber()));
    }

    /** Sat, was not voided, and some subject lies below the national line. */
    private static boolean hasMissed(RosterEntry entry) {
        return !entry.voided()
                && entry.scores().stream().anyMatch(score -> score.sat())
                && !entry.reaches(entry.qualification().national());
    }
}

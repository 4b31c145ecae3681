package cutscore.server.declaration.web;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the queue.
 *
 * @param more whether another page follows
 * @param province its name
 */
record QueueView(
        List<SessionId> sessions,
        Optional<SessionId> session,
        Stage stage,
        Map<Stage, Long> counts,
        List<DeclarationView> rows,
        boolean more,
        String province) {

    static String name(DivisionCode division) {
        return Divisions.builtIn().fullName(division);
    }

    long count(Stage of) {
        return counts.getOrDefault(of, 0L);
    }

    /** The address of this list at another stage. */
    String at(Stage other) {
        return "/province?session=" + session.map(SessionId::value).orElse("") + "&stage=" + other;
    }

    /** The address of the next page. */
    String next() {
        return at(stage) + "&after=" + rows.getLast().id();
    }
}

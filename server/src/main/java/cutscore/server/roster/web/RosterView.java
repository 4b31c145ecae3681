package cutscore.server.roster.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.server.roster.ImportedRoster;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One imported roster, for one officer.
 *
 * @param importer the officers' names
 * @param own whether the viewer imported it, and so may see its totals
 * @param typed what was typed and refused just now
 */
record RosterView(
        ImportedRoster imported,
        String importer,
        Optional<String> second,
        boolean own,
        boolean mayTakeBack,
        Map<String, String> typed,
        List<Fault> faults) {
    RosterView {
        typed = Map.copyOf(typed);
        faults = List.copyOf(faults);
    }

    /** One row of the list. */
    record Row(ImportedRoster imported, String importer) {}

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    static Words stage(ImportedRoster roster) {
        if (roster.confirmedAt().isPresent()) {
            return new Words("已确认", "confirmed");
        }
        return roster.takenBackAt().isPresent()
                ? new Words("已撤回", "taken back")
                : new Words("等第二人核对", "waits for a second person");
    }

    static String mark(ImportedRoster roster) {
        if (roster.confirmedAt().isPresent()) {
            return "ok";
        }
        return roster.takenBackAt().isPresent() ? "out" : "wait";
    }
}

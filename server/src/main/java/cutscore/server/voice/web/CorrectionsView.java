package cutscore.server.voice.web;

import cutscore.server.roster.RosterEntry;
import cutscore.server.voice.Correction;
import cutscore.server.voice.Fact;
import java.util.List;
import java.util.Optional;

/**
 * One's own requests and the form for another.
 *
 * @param entry what the roster says
 * @param fact the one chosen
 * @param typed what was typed and refused just now; never what an earlier request asked for
 * @param key of the form
 */
record CorrectionsView(
        Optional<RosterEntry> entry, List<Correction> asked, Fact fact, Typed typed, String key) {

    /** What stands in the form. */
    record Typed(String wanted, String why) {
        static final Typed NOTHING = new Typed("", "");
    }

    String stands(Fact one) {
        return entry.map(one::of).orElse("");
    }
}

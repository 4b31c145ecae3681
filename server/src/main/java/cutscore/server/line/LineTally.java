package cutscore.server.line;

import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How often a campaign has been where: shapes, outcomes, and the edges of the definition. */
final class LineTally {
    private final Map<String, Long> counts = new TreeMap<>();

    /** One roster and what the first engine said of it; nothing when it was refused. */
    void add(ReadRoster roster, Optional<Json.Arr> keys) {
        var rule = roster.drawn().rule();
        var examinees = roster.examinees();
        boolean builtIn = roster.drawn().table().equals(Qualifications.builtIn());
        count("rosters");
        count("file " + roster.drawn().dress());
        count(builtIn ? "exam built-in" : "exam with a table of its own");
        count("key " + rule.key().word());
        count("sat " + rule.sat().word());
        count("pool " + rule.pool().word());
        count("step " + rule.grid().step());
        examinees.stream().map(LineTally::oddity).distinct().forEach(this::count);
        examinees.stream()
                .map(one -> "subjects " + one.scores().size())
                .distinct()
                .forEach(this::count);
        String shape = rule.shape().word();
        if (keys.isEmpty()) {
            count(shape + " refused");
        }
        keys.ifPresent(arr -> arr.items().forEach(key -> key(shape, (Json.Obj) key)));
    }

    private void key(String shape, Json.Obj key) {
        boolean separate = key.find("reason").isEmpty();
        count(shape + " " + (separate ? "separate-line" : key.text("reason")));
        if (key.whole("examinees") == 0 || key.whole("pool") == 0) {
            return;
        }
        long rate = key.whole("nationalPassed") * key.whole("pool");
        if (key.whole("nationalPassed") == 0) {
            count("edge: nobody meets the national line");
        }
        if (key.whole("nationalPassed") == key.whole("examinees")) {
            count("edge: everybody meets the national line");
        }
        if (separate) {
            separate(key, rate);
        }
    }

    private void separate(Json.Obj key, long rate) {
        long cap = rate - key.whole("passed") * key.whole("examinees");
        if (cap == 0) {
            count("edge: the cap is met exactly");
        }
        if (key.whole("headroom") == 0) {
            count("edge: one person more would be too many");
        }
        if (key.find("fails").orElseThrow() instanceof Json.Obj fails) {
            long over = fails.whole("passed") * key.whole("examinees") - rate;
            if (over <= key.whole("examinees")) {
                count("edge: one person too many at the next lower place");
            }
        } else {
            count("edge: nothing lower fails");
        }
    }

    private static String oddity(Examinee one) {
        if (one.voided()) {
            return "edge: a voided examinee";
        }
        if (one.scores().stream().anyMatch(SubjectScore.Voided.class::isInstance)) {
            return "edge: a voided subject";
        }
        if (one.scores().stream().anyMatch(score -> !score.sat())) {
            return one.scores().stream().anyMatch(SubjectScore::sat)
                    ? "edge: absent in some subject"
                    : "edge: absent in every subject";
        }
        boolean half =
                one.scores().stream()
                        .anyMatch(
                                score ->
                                        score instanceof SubjectScore.Marked(var mark)
                                                && mark.halfPoints() % 2 == 1);
        return half ? "edge: a half point" : "whole marks";
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    NavigableMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}

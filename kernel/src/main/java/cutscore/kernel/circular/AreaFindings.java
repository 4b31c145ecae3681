package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.Area;
import cutscore.kernel.circular.CircularDraft.NotUnderstood;
import cutscore.kernel.circular.CircularDraft.SpellingDoubt;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the clauses on areas gave: a county listed twice is one area on both grounds. */
final class AreaFindings {
    private final Divisions divisions;
    private final Map<DivisionCode, Set<String>> grounds = new TreeMap<>();
    private final Map<DivisionCode, Set<String>> clauses = new TreeMap<>();
    private final Set<SpellingDoubt> doubts = new LinkedHashSet<>();
    private final Set<NotUnderstood> notes = new LinkedHashSet<>();
    private boolean clauseSeen;

    AreaFindings(Divisions divisions) {
        this.divisions = divisions;
    }

    void add(Map<DivisionCode, Set<String>> found, String clause) {
        found.forEach(
                (code, why) -> {
                    grounds.computeIfAbsent(code, any -> new LinkedHashSet<>()).addAll(why);
                    clauses.computeIfAbsent(code, any -> new LinkedHashSet<>()).add(clause);
                });
    }

    /** A later sentence says that these are none. */
    void remove(Set<DivisionCode> codes) {
        grounds.keySet().removeAll(codes);
        clauses.keySet().removeAll(codes);
    }

    void doubt(SpellingDoubt doubt) {
        doubts.add(doubt);
    }

    void note(int line, String text, String why) {
        notes.add(new NotUnderstood(line, text, why));
    }

    void seen() {
        clauseSeen = true;
    }

    /** Whether the text has a clause on areas at all, understood or not. */
    boolean clauseSeen() {
        return clauseSeen;
    }

    List<Area> areas() {
        var out = new ArrayList<Area>();
        grounds.forEach(
                (code, why) ->
                        out.add(
                                new Area(
                                        code,
                                        divisions.find(code).orElseThrow().name(),
                                        List.copyOf(why),
                                        List.copyOf(clauses.getOrDefault(code, Set.of())))));
        return out;
    }

    List<SpellingDoubt> doubts() {
        return List.copyOf(doubts);
    }

    List<NotUnderstood> notes() {
        return List.copyOf(notes);
    }
}

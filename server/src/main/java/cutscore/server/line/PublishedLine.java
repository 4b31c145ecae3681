package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of a session as the public knows it: what a declarant's marks are held against.
 *
 * @param state who published it when, and all before
 * @param dossier the numbers behind it
 * @param province whose line it is; empty when it is the whole country's
 */
public record PublishedLine(
        LineState.Published state, Dossier dossier, Optional<DivisionCode> province) {

    /** Whether the people of that province are measured by it. */
    public boolean holdsIn(DivisionCode place) {
        return province.isEmpty() || province.get().equals(place.province());
    }

    /** Whether somebody would be measured by this line and by another one there. */
    boolean overlaps(Optional<DivisionCode> other) {
        return province.isEmpty() || other.isEmpty() || province.equals(other);
    }

    public ProposalId proposal() {
        return state.proposal().id();
    }

    public LineRule rule() {
        return dossier.rule();
    }

    /** One for each key of the roster, in the order of the announcement. */
    public List<MeasuredKey> keys() {
        return dossier.keys();
    }

    /**
     * Every separate mark by what it is for: one for a key, or one for each of its subjects. A
     * total with a floor is no mark of a subject, and where the national line stands there is none.
     */
    public Map<LineKey, Score> marks() {
        Map<LineKey, Score> marks = new LinkedHashMap<>();
        for (MeasuredKey key : keys()) {
            if (key.outcome() instanceof LineOutcome.SeparateLine separate) {
                add(marks, key.key(), separate.line());
            }
        }
        return marks;
    }

    private void add(Map<LineKey, Score> marks, String key, PassingLine line) {
        switch (line) {
            case PassingLine.EachSubject(var mark) ->
                    marks.put(lineKey(key, Optional.empty()), mark);
            case PassingLine.BySubject(var each) -> {
                for (int i = 0; i < each.size(); i++) {
                    marks.put(lineKey(key, Optional.of(i + 1)), each.get(i));
                }
            }
            case PassingLine.TotalAndFloor _ -> {}
        }
    }

    private LineKey lineKey(String key, Optional<Integer> subject) {
        return new LineKey(rule().session(), key, province, subject);
    }

    /** Which key a qualification belongs to, as the dossier names it. */
    public String keyOf(Qualification qualification) {
        return switch (rule().key()) {
            case LEVEL -> qualification.level().name();
            case SESSION -> rule().session().value();
            case QUALIFICATION -> qualification.name();
        };
    }
}

package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.time.Beijing;
import cutscore.server.line.PublishedLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was published for an exam session, for the whole country or for one province.
 *
 * @param province whose line it is; empty when it is the whole country's
 * @param by what got its own line
 * @param on the day of publication, in Beijing
 * @param lines for each key its separate line, or empty where the national line stands
 */
public record PublishedStandards(
        Optional<DivisionCode> province,
        LineRule.Key by,
        LocalDate on,
        Map<String, Optional<PassingLine>> lines) {
    public PublishedStandards {
        lines = Map.copyOf(lines);
    }

    /** As it was published. */
    static PublishedStandards of(PublishedLine line) {
        Map<String, Optional<PassingLine>> lines = new HashMap<>();
        for (MeasuredKey key : line.keys()) {
            lines.put(
                    key.key(),
                    key.outcome() instanceof LineOutcome.SeparateLine separate
                            ? Optional.of(separate.line())
                            : Optional.empty());
        }
        return new PublishedStandards(
                line.province(), line.rule().key(), Beijing.day(line.state().at()), lines);
    }

    /** Whether the people of that province are measured by it. */
    boolean holdsIn(DivisionCode place) {
        return province.isEmpty() || province.get().equals(place.province());
    }

    /**
     * @throws NotIssued when nothing was published for its key
     */
    PublishedStandard of(Qualification qualification) {
        var key =
                switch (by) {
                    case LEVEL -> qualification.level().name();
                    case QUALIFICATION -> qualification.name();
                    case SESSION -> lines.keySet().stream().findFirst().orElse("");
                };
        var line = lines.get(key);
        if (line == null) {
            throw new NotIssued(NotIssued.Why.LINE_NOT_PUBLISHED);
        }
        return new PublishedStandard(key, line);
    }
}

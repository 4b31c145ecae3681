package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A declaration window of the past as it is on record, for information only.
 *
 * @param province empty for a national round
 * @param sessions one; several in a late round
 * @param opens empty where it ran with the registration
 * @param closes likewise
 * @param confidence high, medium …
 * @param source the official document, or "as reported"; never the site a copy was read on
 */
public record PastWindow(
        Optional<DivisionCode> province,
        List<SessionId> sessions,
        Round round,
        Optional<Moment> opens,
        Optional<Moment> closes,
        String confidence,
        String source) {

    /**
     * A moment as it was announced, Beijing time.
     *
     * @param hour empty where only the day was announced: none is invented
     */
    public record Moment(LocalDate day, Optional<LocalTime> hour) {

        /** 2023-08-22 09:00, or the day alone. */
        @Override
        public String toString() {
            return day + hour.map(h -> " " + h).orElse("");
        }
    }

    public PastWindow {
        sessions = List.copyOf(sessions);
    }
}

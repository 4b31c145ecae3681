package cutscore.server.declaration;

import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Within how many days a province wants to have answered. The circulars name none, so it is a
 * setting on record with its basis; nothing lapses when it is over.
 *
 * @param days calendar days after the day on which a declaration came to wait
 * @param basis what it rests on; officers and declarants read it
 * @param setAt when; empty for the default
 */
public record ReviewTerm(int days, String basis, Optional<Instant> setAt) {
    /** What counts where a province has set nothing. */
    public static final ReviewTerm DEFAULT =
            new ReviewTerm(10, "默认值，本省没有设定 / the default; the province set none", Optional.empty());

    /** What came to wait before this is overdue. */
    public Instant overdueBefore(Instant now) {
        return startOf(Beijing.day(now).minusDays(days));
    }

    /** The last day on which an answer is in time. */
    public LocalDate dueOn(Instant waitingSince) {
        return Beijing.day(waitingSince).plusDays(days);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Beijing.ZONE).toInstant();
    }
}

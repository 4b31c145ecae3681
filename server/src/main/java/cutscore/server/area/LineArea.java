package cutscore.server.area;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the law book: this county, on this ground, in force then, known since.
 *
 * @param supersededAt from when we no longer hold it; null while we do
 */
record LineArea(
        DivisionCode division,
        UUID document,
        Designation designation,
        Instant recordedAt,
        @Nullable Instant supersededAt) {

    boolean isKnownAt(Instant moment) {
        return !recordedAt.isAfter(moment)
                && (supersededAt == null || supersededAt.isAfter(moment));
    }

    boolean isInForceOn(LocalDate day) {
        return designation.inForce().contains(day);
    }

    boolean isOfACircular() {
        return designation.document().circular().isPresent();
    }

    /** The first day; every row has one. */
    LocalDate from() {
        var from = designation.inForce().from();
        return from == null ? LocalDate.MIN : from;
    }
}

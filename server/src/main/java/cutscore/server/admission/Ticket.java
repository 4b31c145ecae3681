package cutscore.server.admission;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue of one lane, for one browser.
 *
 * @param lane the name of the lane
 * @param number in the order of arrival, from 1
 * @param arrived when the first attempt arrived, where our clocks could tell
 * @param holder a digest of what the browser is recognised by
 */
record Ticket(String lane, long number, @Nullable Instant arrived, String holder) {

    Optional<Instant> firstArrival() {
        return Optional.ofNullable(arrived);
    }
}

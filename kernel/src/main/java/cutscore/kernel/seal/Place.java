package cutscore.kernel.seal;

import cutscore.kernel.id.DivisionCode;
import java.util.List;

/**
 * A place somebody asks about.
 *
 * @param asked the code as asked, today's if it was an old one
 * @param counties the county-level units it consists of; a county is its own
 */
public record Place(DivisionCode asked, List<DivisionCode> counties) {

    /**
     * @throws IllegalArgumentException when it consists of nothing
     */
    public Place {
        if (counties.isEmpty()) {
            throw new IllegalArgumentException("a place without counties: " + asked);
        }
        counties = List.copyOf(counties);
    }

    public static Place county(DivisionCode code) {
        return new Place(code, List.of(code));
    }
}

package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a province with line areas is with its ordinary declarations.
 *
 * @param areas how many of its counties are line areas
 * @param closes the last moment of its last ordinary window, grace included; empty without any
 */
public record ProvinceWindow(
        DivisionCode province, int areas, Standing standing, Optional<Instant> closes) {

    /** Whether declarations are in. */
    public enum Standing {
        /** Every ordinary window is over. */
        CLOSED,
        /** One is open or still to come. */
        OPEN,
        /** None was announced. */
        NOT_ANNOUNCED
    }

    boolean isClosed() {
        return standing == Standing.CLOSED;
    }
}

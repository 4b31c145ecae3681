package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;

/**
 * A province whose ordinary declaration window is closed.
 *
 * @param closed the last moment of its last ordinary window, grace included
 */
public record ClosedProvince(DivisionCode province, Instant closed) {}

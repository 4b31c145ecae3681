package cutscore.server.line;

import cutscore.kernel.Words;

/**
 * A page of a room downstream that can be asked about the same changes; a bean of that room. The
 * page of changes offers it without knowing the room.
 *
 * @param path takes a POST with the fields {@code proposal} and {@code changes}
 * @param name what is asked there
 */
public record Downstream(String path, Words name) {}

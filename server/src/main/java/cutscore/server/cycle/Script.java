package cutscore.server.cycle;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be played.
 *
 * @param circular the circular's text
 * @param roster a real roster; empty to invent one
 * @param examinees how many to invent
 * @param seed from which everything invented follows
 * @param rosterFile where the roster is written (invented), or copied to (given)
 */
public record Script(
        String circular, Optional<Path> roster, long examinees, long seed, Path rosterFile) {}

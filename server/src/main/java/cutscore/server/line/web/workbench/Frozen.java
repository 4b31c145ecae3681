package cutscore.server.line.web.workbench;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import java.time.Instant;
import java.util.Optional;

/**
 * A scenario as it was frozen.
 *
 * @param considered the line that was held up, if any
 * @param digest of everything in it
 */
record Frozen(
        String id,
        String name,
        LineRule rule,
        Optional<PassingLine> considered,
        String digest,
        Instant at) {

    /** Whether this is what would be frozen. */
    boolean is(String called, Choice state, Optional<PassingLine> line) {
        return name.equals(called.strip()) && rule.equals(state.rule()) && considered.equals(line);
    }

    /** The workbench's state that opens it. */
    Choice choice() {
        var bare = Choice.of(rule);
        return considered.map(bare::at).orElse(bare);
    }
}

package cutscore.server.line;

import java.util.UUID;

/** Names one sealed snapshot of a line's inputs. */
public record SnapshotId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

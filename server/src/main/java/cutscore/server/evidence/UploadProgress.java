package cutscore.server.evidence;

import java.util.Optional;
import java.util.UUID;

/**
 * How far an upload is.
 *
 * @param offset how many bytes are safely here: go on from this one
 * @param size how many there will be
 * @param gap whether the piece that was sent starts later than this, and so was not taken
 * @param outcome present when it came to its end; until then it is received or examined
 */
public record UploadProgress(
        UUID id, String item, long offset, long size, boolean gap, Optional<Taken> outcome) {

    /** Whether everything is here and the file is looked at. */
    public boolean examining() {
        return offset == size && outcome.isEmpty();
    }

    UploadProgress withGap() {
        return new UploadProgress(id, item, offset, size, true, outcome);
    }
}

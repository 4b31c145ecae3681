package cutscore.server.certificate;

import cutscore.server.paper.Unprintable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of preparing a batch.
 *
 * @param batch empty when nothing is left to issue
 * @param size certificates in it
 * @param digest of its list, which the second officer approves
 * @param held awards that wait, because no font at hand prints the name
 */
public record Prepared(Optional<BatchId> batch, int size, String digest, List<Held> held) {
    public Prepared {
        held = List.copyOf(held);
    }

    /**
     * One that waits.
     *
     * @param declaration whose
     * @param characters that cannot be printed
     */
    public record Held(UUID declaration, List<Unprintable> characters) {
        public Held {
            characters = List.copyOf(characters);
        }
    }
}

package cutscore.server.roster;

import java.util.UUID;

/** Names one imported roster file. */
public record RosterId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

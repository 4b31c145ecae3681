package cutscore.server.line;

import java.util.UUID;

/** Names one frozen scenario. */
public record ScenarioId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

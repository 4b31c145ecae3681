package cutscore.server.line;

import java.util.UUID;

/** Names one proposed line, through all its states. */
public record ProposalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

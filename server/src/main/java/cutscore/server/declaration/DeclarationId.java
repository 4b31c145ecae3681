package cutscore.server.declaration;

import java.util.UUID;

/** Names one declaration; unguessable. */
public record DeclarationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

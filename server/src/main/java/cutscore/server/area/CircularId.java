package cutscore.server.area;

import java.util.UUID;

/** Names a circular that was entered here. */
public record CircularId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

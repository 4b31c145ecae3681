package cutscore.server.publication;

import java.util.UUID;

/** Names one announcement. */
public record AnnouncementId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

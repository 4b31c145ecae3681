package cutscore.server.certificate;

import java.util.UUID;

/** A batch of certificates: prepared by one officer, approved by another. */
public record BatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

package cutscore.server.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was examined and is kept.
 *
 * @param item for which item that the province asks for, {@code employment}
 * @param givenName how its owner called it; shown to its owner and to who may open it
 * @param bytes its size as it is kept
 * @param pages of a PDF; 1 of a picture
 * @param scan whether a virus scanner saw it
 * @param attached whether it belongs to a declaration, and so stays
 */
public record EvidenceFile(
        UUID id,
        String item,
        String givenName,
        Kind kind,
        long bytes,
        int pages,
        Scan scan,
        Instant storedAt,
        boolean attached) {

    /** What is kept: everything that comes in is made into one of these. */
    public enum Kind {
        JPEG("image/jpeg", "jpg"),
        PDF("application/pdf", "pdf");

        private final String mediaType;
        private final String ending;

        Kind(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Of a file name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /** 已查毒 or 未扫描. */
    public enum Scan {
        CLEAN,
        NOT_SCANNED
    }

    /** Without the name, so that no log can hold it. */
    @Override
    public String toString() {
        return "EvidenceFile[id=" + id + "]";
    }
}

package cutscore.server.exam;

import java.util.List;

/**
 * What a province asks a declarant to send, beside the commitment, which is made on the page.
 *
 * @param stated whether the circular lists it; if not, the one item is optional and says so
 * @param items at least one
 * @param source the official document, in Chinese, with what was seen of it; also the one that
 *     lists nothing
 */
public record EvidenceAsked(boolean stated, List<EvidenceItem> items, String source) {
    public EvidenceAsked {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("evidence asked without an item");
        }
        items = List.copyOf(items);
    }
}

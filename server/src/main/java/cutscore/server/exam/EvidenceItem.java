package cutscore.server.exam;

import cutscore.kernel.Words;

/**
 * One paper that may be sent with a declaration.
 *
 * @param id stable, in addresses and file lists: {@code [a-z][a-z0-9-]+}
 * @param name short: 单位证明
 * @param what what must be readable on it
 * @param required whether the circular asks for it
 */
public record EvidenceItem(String id, Words name, Words what, boolean required) {

    /**
     * @throws IllegalArgumentException when the id has another shape
     */
    public EvidenceItem {
        if (!id.matches("[a-z][a-z0-9-]+")) {
            throw new IllegalArgumentException("not an evidence id: " + id);
        }
    }
}

package cutscore.kernel.blast;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.util.List;
import java.util.Set;

/**
 * What a change would do to a published line and its people. Nothing has changed by it.
 *
 * @param rule by which the line was determined
 * @param changes how many changes were assumed
 * @param keys in the dossier's order
 * @param areasRemoved the counties that would no longer be line areas
 * @param moves everybody who moves, in the roster's order: for officers only
 */
public record BlastReport(
        LineRule rule,
        int changes,
        List<BlastKey> keys,
        Set<DivisionCode> areasRemoved,
        List<BlastMove> moves) {
    public BlastReport {
        keys = List.copyOf(keys);
        areasRemoved = Set.copyOf(areasRemoved);
        moves = List.copyOf(moves);
    }

    /** Whether every published line keeps the rate. */
    public boolean stillHolds() {
        return keys.stream().allMatch(BlastKey::stillHolds);
    }

    /** Whether a new determination gives every published line again. */
    public boolean stillTheLine() {
        return keys.stream().allMatch(BlastKey::stillTheLine);
    }

    /** For officers: with everybody who moves. */
    public Json.Obj toJson() {
        return BlastJson.of(this, true);
    }

    /** For others: counts only. */
    public Json.Obj countsJson() {
        return BlastJson.of(this, false);
    }
}

package cutscore.server.campaign;

import cutscore.server.campaign.CutCampaign.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the crowd was told against what is there. */
public final class Comparison {
    private static final int PROVED = 500;

    private Comparison() {}

    /**
     * @param lost acknowledged, and not there or not the same
     * @param doubled declarations beyond one for each person
     * @param unaccounted acts of the ledger beyond or short of one for each declaration
     */
    public record Found(List<String> lost, long doubled, long unaccounted, long declared) {

        public boolean isSound() {
            return lost.isEmpty() && doubled == 0 && unaccounted == 0;
        }
    }

    /**
     * @param before how the house stood when nobody had declared
     */
    public static Found of(Scenes scenes, Scenes.Standing before, List<Receipt> receipts) {
        var lost = lost(scenes, receipts);
        var now = scenes.standing();
        var acts =
                receipts.stream()
                        .map(Receipt::act)
                        .filter(act -> act >= 0)
                        .limit(PROVED)
                        .collect(Collectors.toList());
        scenes.prove(acts);
        return new Found(
                lost,
                now.declared() - now.people(),
                (now.acts() - before.acts()) - (now.declared() - before.declared()),
                now.declared());
    }

    /** Keys of what was acknowledged, or believed to be, and is not there or not the same. */
    public static List<String> lost(Scenes scenes, List<Receipt> receipts) {
        var lost = new ArrayList<String>();
        for (var one : receipts) {
            var found = one.receipt().isEmpty() ? null : scenes.find(one.receipt()).orElse(null);
            if (found == null
                    || !found.admissionNumber().equals(one.admissionNumber())
                    || found.ledgerIndex() != one.act()) {
                lost.add(one.key());
            }
        }
        return lost;
    }
}

package cutscore.server.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineSolver;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the kernel says of a roster, by each of its ways: the solver, which is the definition; the
 * search that a dossier is made by; and a public pack, written, folded and read again.
 */
final class KernelEngines {
    private KernelEngines() {}

    /** By the engine's name, the definition first; nothing where it refuses. */
    static SequencedMap<String, Optional<Json.Arr>> say(ReadRoster roster) {
        var drawn = roster.drawn();
        var determination =
                new LineDetermination(
                        drawn.rule(), drawn.areas(), drawn.declared()::contains, drawn.table());
        SequencedMap<String, Optional<Json.Arr>> said = new LinkedHashMap<>();
        try {
            roster.examinees().forEach(determination::add);
            List<KeyCounts> counts = determination.counts();
            var solver = new LineSolver(drawn.rule());
            said.put("solver", keys(drawn.rule(), counts.stream().map(solver::measure).toList()));
            var dossier = determination.dossier(List.of(), Optional.empty());
            said.put("search", keys(drawn.rule(), dossier.keys()));
            var pack = PublicPack.read("pack", determination.pack().toJson().canonical());
            said.put("pack", keys(drawn.rule(), pack.measure()));
        } catch (Unreadable e) {
            said.put("solver", Optional.empty());
        }
        return said;
    }

    private static Optional<Json.Arr> keys(LineRule rule, List<MeasuredKey> keys) {
        var dossier =
                new Dossier(
                        rule, Dossier.Engine.OURS, List.of(), Optional.empty(), keys, List.of());
        return Optional.of(new Json.Arr(dossier.toJson().array("keys")));
    }
}

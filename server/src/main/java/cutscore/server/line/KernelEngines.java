package cutscore.server.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.FastDetermination;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineSolver;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.roster.RosterFile;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the kernel says of a roster, by each of its ways: the solver, which is the definition; the
 * search that a dossier is made by; a public pack, written, folded and read again; and the fast
 * path from the file's own bytes.
 */
final class KernelEngines {
    private static final int THREADS = 2;

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
            said.put("fast", keys(drawn.rule(), fast(drawn)));
        } catch (Unreadable e) {
            said.put("solver", Optional.empty());
        }
        return said;
    }

    /** From the file's bytes: another reader, another way of counting. */
    private static List<MeasuredKey> fast(DrawnRoster drawn) {
        var fast =
                new FastDetermination(
                        drawn.rule(),
                        drawn.areas(),
                        drawn.declared(),
                        drawn.table(),
                        ReadRoster.examDay(drawn),
                        Asked.everything(THREADS));
        try {
            var file = RosterFile.of("roster-1", drawn.bytes());
            var counted = fast.count(List.of(file), _ -> {});
            counted.reports().forEach(RosterReport::orRefuse);
            var counts = counted.tally().counts();
            return Dossier.of(drawn.rule(), counts, List.of(), Optional.empty()).keys();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Json.Arr> keys(LineRule rule, List<MeasuredKey> keys) {
        var dossier =
                new Dossier(
                        rule, Dossier.Engine.OURS, List.of(), Optional.empty(), keys, List.of());
        return Optional.of(new Json.Arr(dossier.toJson().array("keys")));
    }
}

package cutscore.server.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.Dossier.Engine;
import cutscore.kernel.line.FastDetermination;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineSolver;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.roster.RosterFile;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * What the kernel says of a roster, by each of its ways: the solver, which is the definition; the
 * search that a dossier is made by; a public pack, written, folded and read again; and the fast
 * path from the file's own bytes.
 */
final class KernelEngines {
    private static final int THREADS = 2;

    private static final List<Dossier.Input> NO_INPUTS = List.of();
    private static final Optional<LocalDate> DAY = Optional.empty();

    private KernelEngines() {}

    /** By the engine's name, the definition first; nothing where it refuses. */
    static SequencedMap<String, Optional<Json.Arr>> all(ReadRoster roster) {
        var drawn = roster.drawn();
        var said = definition(roster);
        said.put("search", said(drawn, () -> determined(roster).dossier(NO_INPUTS, DAY).keys()));
        said.put("pack", said(drawn, () -> packed(determined(roster).pack())));
        said.put("fast", said(drawn, () -> fast(drawn)));
        return said;
    }

    /** The solver alone. */
    static SequencedMap<String, Optional<Json.Arr>> definition(ReadRoster roster) {
        var drawn = roster.drawn();
        var solver = new LineSolver(drawn.rule());
        SequencedMap<String, Optional<Json.Arr>> said = new LinkedHashMap<>();
        said.put(
                "solver",
                said(
                        drawn,
                        () -> determined(roster).counts().stream().map(solver::measure).toList()));
        return said;
    }

    private static LineDetermination determined(ReadRoster roster) {
        var drawn = roster.drawn();
        var determination =
                new LineDetermination(
                        drawn.rule(), drawn.areas(), drawn.declared()::contains, drawn.table());
        roster.examinees().forEach(determination::add);
        return determination;
    }

    private static List<MeasuredKey> packed(PublicPack pack) {
        return PublicPack.read("pack", pack.toJson().canonical()).measure();
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
            return Dossier.of(drawn.rule(), counts, NO_INPUTS, DAY).keys();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Json.Arr> said(DrawnRoster drawn, Supplier<List<MeasuredKey>> keys) {
        try {
            var dossier =
                    new Dossier(drawn.rule(), Engine.OURS, NO_INPUTS, DAY, keys.get(), List.of());
            return Optional.of(new Json.Arr(dossier.toJson().array("keys")));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}

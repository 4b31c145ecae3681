package cutscore.spark;

import cutscore.kernel.Note;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.PublicPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line determined on a cluster.
 *
 * @param dossier whose bytes are those of {@code line determine}
 * @param counts behind it
 * @param notes what was mapped or left unused in the rosters
 * @param unseen declared numbers that stand in no roster
 * @param byExecutors false when the strict reader on the driver had to count everything
 */
record ClusterDetermination(
        Dossier dossier,
        List<KeyCounts> counts,
        List<Note> notes,
        Set<String> unseen,
        boolean byExecutors) {

    /**
     * @param given the rosters' places, as the person named them
     * @throws cutscore.kernel.Unreadable with every fault, as the offline tool tells it
     */
    static ClusterDetermination of(Rosters rosters, List<String> given, Settings settings)
            throws IOException {
        var opened = rosters.open(given);
        try (var gathered = Gathering.of(rosters.session(), opened, settings)) {
            if (!gathered.isSound()) {
                return made(opened, settings, StrictReading.of(opened, settings), false);
            }
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i < opened.size(); i++) {
                rows.add(gathered.rows(i));
            }
            return made(
                    opened,
                    settings,
                    new StrictReading(
                            rows,
                            gathered.counts(settings),
                            gathered.notes(),
                            gathered.declaredSeen()),
                    true);
        }
    }

    private static ClusterDetermination made(
            List<RosterFile> opened, Settings settings, StrictReading read, boolean byExecutors)
            throws IOException {
        List<Dossier.Input> inputs = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            inputs.add(opened.get(i).input("roster-" + (i + 1), read.rows().get(i)));
        }
        inputs.addAll(settings.inputs());
        Set<String> unseen = new TreeSet<>(settings.declared());
        unseen.removeAll(read.declaredSeen());
        var dossier = Dossier.of(settings.rule(), read.counts(), inputs, settings.stated());
        return new ClusterDetermination(dossier, read.counts(), read.notes(), unseen, byExecutors);
    }

    PublicPack pack() {
        return PublicPack.of(dossier.rule(), counts);
    }
}

package cutscore.kernel.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is found wrong or worth a note in a file, or in a stretch of it that others join. */
final class Findings {
    private final int faultsKept;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private long faultCount;

    Findings(int faultsKept) {
        this.faultsKept = faultsKept;
    }

    void fault(Fault fault) {
        faultCount++;
        if (faults.size() < faultsKept) {
            faults.add(fault);
        }
    }

    /** Keeps the first place and counts the times. */
    void note(String key, Note note) {
        notes.merge(key, note, (first, again) -> first.seen(first.times() + again.times()));
    }

    /** Counts further times of a note that is there already. */
    void again(String key, long times) {
        notes.computeIfPresent(key, (_, first) -> first.seen(first.times() + times));
    }

    /** Joins what was found in the next stretch of the same file. */
    void join(Findings next, long linesBefore) {
        next.faults.forEach(fault -> fault(moved(fault, linesBefore)));
        faultCount += next.faultCount - next.faults.size();
        next.notes.forEach((key, note) -> note(key, moved(note, linesBefore)));
    }

    private static Fault moved(Fault f, long lines) {
        return new Fault(
                f.code(), f.input(), f.line() + lines, f.column(), f.heading(), f.what(), f.mend());
    }

    private static Note moved(Note n, long lines) {
        return new Note(n.code(), n.input(), n.line() + lines, n.what(), n.times());
    }

    long faultCount() {
        return faultCount;
    }

    /** The first of them. */
    List<Fault> faults() {
        return faults;
    }

    List<Note> notes() {
        return List.copyOf(notes.values());
    }
}

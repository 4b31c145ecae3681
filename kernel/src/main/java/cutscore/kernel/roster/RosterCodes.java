package cutscore.kernel.roster;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a roster's texts are to the fast reader: numbers, and what the numbers mean. */
public final class RosterCodes {
    /** The last made: a server, or a long run, reads rosters of one exam again and again. */
    private static volatile @Nullable Kept kept;

    private final List<Qualification> qualifications;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<DivisionCode> divisions;
    private final Map<DivisionCode, Integer> entries = new HashMap<>();
    private final DivisionCodes codes;
    private final MarkTexts marks;

    private record Kept(
            Divisions divisions, Qualifications exam, LocalDate day, RosterCodes codes) {}

    /** Those of an exam; they take some milliseconds to make, so the last are kept. */
    static RosterCodes of(Divisions divisions, Qualifications exam, LocalDate day) {
        var last = kept;
        if (last != null
                && last.divisions == divisions
                && last.exam == exam
                && last.day.equals(day)) {
            return last.codes;
        }
        var codes = new RosterCodes(divisions, exam, day);
        kept = new Kept(divisions, exam, day, codes);
        return codes;
    }

    RosterCodes(Divisions divisions, Qualifications qualifications, LocalDate day) {
        this.qualifications = qualifications.all();
        this.qualifications.forEach(q -> places.put(q.name(), places.size()));
        this.codes = new DivisionCodes(divisions, day);
        this.divisions = codes.meant();
        for (int i = 0; i < this.divisions.size(); i++) {
            entries.putIfAbsent(this.divisions.get(i), i);
        }
        this.marks =
                new MarkTexts(
                        this.qualifications.stream()
                                .mapToInt(q -> q.fullMark().halfPoints())
                                .max()
                                .orElse(0));
    }

    /** By the place a {@link RowSink} is told. */
    public List<Qualification> qualifications() {
        return qualifications;
    }

    /** By the place a {@link RowSink} is told; a county may stand at several. */
    public List<DivisionCode> divisions() {
        return divisions;
    }

    int place(Qualification qualification) {
        return places.getOrDefault(qualification.name(), -1);
    }

    int place(DivisionCode division) {
        return entries.getOrDefault(division, -1);
    }

    DivisionCodes codes() {
        return codes;
    }

    MarkTexts marks() {
        return marks;
    }
}

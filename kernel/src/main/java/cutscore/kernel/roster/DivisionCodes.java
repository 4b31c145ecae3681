package cutscore.kernel.roster;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Every division code a roster of an exam may hold, by number. An entry stands for the code as
 * written; several may mean the same county.
 */
final class DivisionCodes {
    static final int UNKNOWN = 0;
    static final String RENUMBERED = "DIVISION_RENUMBERED";
    static final String COUNTY_NOT_KNOWN = "COUNTY_NOT_KNOWN";

    private final short[] entries = new short[1_000_000];
    private final List<DivisionCode> meant = new ArrayList<>();
    private final List<String> noteKeys = new ArrayList<>();

    DivisionCodes(Divisions divisions, LocalDate day) {
        for (DivisionCode code : divisions.everyCode()) {
            switch (divisions.standing(code, day)) {
                case Standing.County(var county) -> add(code, county, "");
                case Standing.Renumbered(_, var county, _) ->
                        add(code, county, noteKey(RENUMBERED, code));
                case Standing.CountyNotKnown(_) -> add(code, code, noteKey(COUNTY_NOT_KNOWN, code));
                case Standing.Unknown _ -> {
                    // Not yet made on that day: the strict reader says so.
                }
            }
        }
    }

    private void add(DivisionCode written, DivisionCode means, String noteKey) {
        meant.add(means);
        noteKeys.add(noteKey);
        entries[Integer.parseInt(written.value())] = (short) meant.size();
    }

    /**
     * @param code below a million
     * @return an entry from 1, or {@link #UNKNOWN}
     */
    int entry(int code) {
        return entries[code];
    }

    /** How many entries there are, {@link #UNKNOWN} included. */
    int size() {
        return meant.size() + 1;
    }

    /** What the entries from 1 on mean: the county, or what is above it when that is not known. */
    List<DivisionCode> meant() {
        return List.copyOf(meant);
    }

    /** Which entries a report notes. */
    boolean[] noted() {
        boolean[] noted = new boolean[size()];
        for (int entry = 1; entry < noted.length; entry++) {
            noted[entry] = !noteKey(entry).isEmpty();
        }
        return noted;
    }

    /** The notes of a file are counted by this. */
    static String noteKey(String code, DivisionCode written) {
        return code + written;
    }

    /** Under which key a report notes that this code occurs; blank when it does not. */
    String noteKey(int entry) {
        return noteKeys.get(entry - 1);
    }
}

package cutscore.kernel.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import java.util.List;

/**
 * What one roster file was found to be. A roster with a fault is not used, not even its good rows.
 *
 * @param input the file's name as given
 * @param rows below the headings, bad ones included
 * @param encoding UTF-8 or GB18030
 * @param sha256 of the file's bytes, hexadecimal
 * @param faultCount how many faults there are
 * @param faults the first of them, as many as were asked for
 * @param notes what was mapped or left unused
 */
public record RosterReport(
        String input,
        long rows,
        String encoding,
        String sha256,
        long faultCount,
        List<Fault> faults,
        List<Note> notes) {

    public RosterReport {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    public boolean sound() {
        return faultCount == 0;
    }

    /**
     * @throws Unreadable when there is any fault
     */
    public RosterReport orRefuse() {
        if (!sound()) {
            throw new Unreadable(faults);
        }
        return this;
    }
}

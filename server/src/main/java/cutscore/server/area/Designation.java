package cutscore.server.area;

import cutscore.kernel.Words;
import cutscore.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One ground on which a county is a line area, and the official document that says so.
 *
 * @param ground in the document's own words; English where we know the group
 * @param clause of the document, 一; empty where the document is a list
 * @param inForce first and last day; no last day = until further notice
 * @param confidence how sure we are of our copy: {@code high}, {@code medium}; a circular in force
 *     is {@code official}
 */
public record Designation(
        Words ground, Document document, String clause, Period inForce, String confidence) {

    /**
     * The official document, never the place where a copy was read.
     *
     * @param title as the document calls itself
     * @param authority who issued it
     * @param numbers its document numbers (文号) and those it rests on; may be empty
     * @param dated the date under it, if it is known
     * @param circular where it was entered here, if it was
     */
    public record Document(
            String title,
            String authority,
            List<String> numbers,
            Optional<LocalDate> dated,
            Optional<CircularId> circular) {
        public Document {
            numbers = List.copyOf(numbers);
        }
    }
}

package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a province stands in a session: counts, no persons.
 *
 * @param stages how many stand at each stage
 * @param overdue how many wait longer than the province's term
 * @param returnedToday how many were returned for correction today in Beijing
 * @param arrivedToday how many arrived today
 * @param mine how many of those that wait are in the asking officer's hands
 * @param waiting how many waited at the end of each day, from the first arrival on; the last day is
 *     today, or a week after everything was answered
 * @param hours arrivals in each of the last {@link #HOURS} hours, the oldest first
 * @param counties by stage
 * @param handled how long answers took
 * @param own the same of the officer who asks, for him alone
 * @param reasons what returns and rejections rested on
 */
public record Overview(
        Map<Stage, Long> stages,
        long overdue,
        long returnedToday,
        long arrivedToday,
        long mine,
        List<Day> waiting,
        List<Long> hours,
        Map<DivisionCode, Map<Stage, Long>> counties,
        List<Handled> handled,
        List<Handled> own,
        List<Reason> reasons) {
    /** As many hours as the line of arrivals shows. */
    public static final int HOURS = 48;

    public Overview {
        waiting = List.copyOf(waiting);
        hours = List.copyOf(hours);
        handled = List.copyOf(handled);
        own = List.copyOf(own);
        reasons = List.copyOf(reasons);
    }

    /** At the end of a day, so many waited. */
    public record Day(LocalDate on, long waited) {}

    /**
     * So many answers took so long.
     *
     * @param bucket 0 under a day, 1 under 3 days, 2 under 7, 3 under 15, 4 under 30, 5 longer
     */
    public record Handled(int bucket, long answers) {}

    /** How often a clause was the reason. */
    public record Reason(String clause, long returned, long rejected) {
        public long all() {
            return returned + rejected;
        }
    }
}

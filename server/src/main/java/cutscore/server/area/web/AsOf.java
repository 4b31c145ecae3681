package cutscore.server.area.web;

import cutscore.kernel.Words;
import cutscore.kernel.time.Beijing;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two times of a question to the law book: in force on that day, as known at that moment.
 *
 * @param on the day the list is asked for
 * @param known what was on record at that moment
 * @param typedOn as typed, to be shown again
 * @param typedKnown as typed
 * @param faults what could not be read; today and now stand in for it
 */
record AsOf(
        LocalDate on, Instant known, String typedOn, String typedKnown, List<FieldFault> faults) {

    static AsOf of(String typedOn, String typedKnown, Visit at) {
        var faults = new ArrayList<FieldFault>();
        var on = day("on", typedOn, faults);
        var known = day("known", typedKnown, faults);
        return new AsOf(
                on.orElse(at.today()),
                known.map(AsOf::end).filter(end -> end.isBefore(at.now())).orElse(at.now()),
                typedOn,
                typedKnown,
                List.copyOf(faults));
    }

    /** Whether a day other than today was asked for. */
    boolean isPlain() {
        return typedOn.isBlank() && typedKnown.isBlank();
    }

    /** For links: {@code &on=2023-05-27}; empty when nothing was typed. */
    String query() {
        if (!faults.isEmpty()) {
            return "";
        }
        return (typedOn.isBlank() ? "" : "&on=" + on)
                + (typedKnown.isBlank() ? "" : "&known=" + Beijing.day(known));
    }

    private static Optional<LocalDate> day(String field, String typed, List<FieldFault> faults) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1949 && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Said below, in words.
        }
        faults.add(
                new FieldFault(
                        field,
                        new Words(
                                "日期读不懂，请写成 2023-05-27 这样",
                                "This date cannot be read; write it like 2023-05-27")));
        return Optional.empty();
    }

    /** A day is known to its end. */
    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Beijing.ZONE).toInstant().minusMillis(1);
    }
}

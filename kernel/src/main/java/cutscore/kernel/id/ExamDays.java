package cutscore.kernel.id;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The first day of each exam session that is on record. 2023-1: hnzc.net.cn, the timetable of
 * 2023H1; the others: mirise.cn and uesk.com.cn (training sites that copy the notices). 2020 had
 * one session and no half of its own; 2024-2 is not on record.
 */
public final class ExamDays {
    private static final Map<String, LocalDate> FIRST =
            Map.of(
                    "2021-1", LocalDate.of(2021, 5, 29),
                    "2021-2", LocalDate.of(2021, 11, 6),
                    "2022-1", LocalDate.of(2022, 5, 28),
                    "2022-2", LocalDate.of(2022, 11, 5),
                    "2023-1", LocalDate.of(2023, 5, 27),
                    "2023-2", LocalDate.of(2023, 10, 28),
                    "2024-1", LocalDate.of(2024, 5, 25));

    private ExamDays() {}

    /** The session's first day, or empty when it is not on record. */
    public static Optional<LocalDate> first(SessionId session) {
        return Optional.ofNullable(FIRST.get(session.value()));
    }

    /**
     * About when a session is held, where its day is not on record: good enough to read division
     * codes by, not to decide whether a dated area was in force.
     */
    public static LocalDate about(SessionId session) {
        int month = session.half() == 1 ? 5 : 11;
        return first(session).orElse(LocalDate.of(session.year(), month, 25));
    }
}

package cutscore.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Beijing time (北京时间), the time of every circular and receipt. */
public final class Beijing {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** UTC+8, how instants are written: 2023-08-22T09:00:00+08:00. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private Beijing() {}

    /** ISO 8601 to the second with +08:00. */
    public static String text(Instant moment) {
        return TO_THE_SECOND.format(moment.atOffset(OFFSET));
    }

    /** The day it is in Beijing at that moment. */
    public static LocalDate day(Instant moment) {
        return moment.atOffset(OFFSET).toLocalDate();
    }

    public static OffsetDateTime at(int year, int month, int day, int hour, int minute) {
        return OffsetDateTime.of(year, month, day, hour, minute, 0, 0, OFFSET);
    }
}

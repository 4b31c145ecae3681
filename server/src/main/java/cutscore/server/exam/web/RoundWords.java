package cutscore.server.exam.web;

import cutscore.kernel.Words;
import cutscore.server.exam.Round;
import java.time.Duration;

/** How rounds and lengths of time are said on every page. */
public final class RoundWords {
    private RoundWords() {}

    public static Words of(Round round) {
        return switch (round) {
            case AT_REGISTRATION -> new Words("报考时申报", "declaration at registration");
            case ORDINARY -> new Words("申报", "declaration");
            case LATE -> new Words("补申领", "late claims");
        };
    }

    /** 3 天 · 5 小时 · 30 分钟: whole units, the largest that divides it or the two largest. */
    public static Words length(Duration length) {
        if (length.toDays() > 0 && length.toHoursPart() == 0) {
            return new Words(length.toDays() + " 天", length.toDays() + " days");
        }
        if (length.toDays() > 0) {
            return new Words(
                    length.toDays() + " 天 " + length.toHoursPart() + " 小时",
                    length.toDays() + " days " + length.toHoursPart() + " h");
        }
        if (length.toHours() > 0 && length.toMinutesPart() == 0) {
            return new Words(length.toHours() + " 小时", length.toHours() + " hours");
        }
        if (length.toHours() > 0) {
            return new Words(
                    length.toHours() + " 小时 " + length.toMinutesPart() + " 分",
                    length.toHours() + " h " + length.toMinutesPart() + " min");
        }
        return new Words(length.toMinutes() + " 分钟", length.toMinutes() + " minutes");
    }
}

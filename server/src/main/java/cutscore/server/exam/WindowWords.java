package cutscore.server.exam;

import cutscore.kernel.Words;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Beijing;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How windows, rounds and lengths of time are said: on every page, in messages, calendars. */
public final class WindowWords {
    private static final DateTimeFormatter ZH =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private WindowWords() {}

    /** 申报 · 补申领 · 报考时申报. */
    public static Words of(Round round) {
        return switch (round) {
            case AT_REGISTRATION -> new Words("报考时申报", "declaration at registration");
            case ORDINARY -> new Words("申报", "declaration");
            case LATE -> new Words("补申领", "late claims");
        };
    }

    /** The province's name, or its code where there is none. */
    public static String province(DivisionCode code) {
        return Divisions.builtIn().find(code).map(Division::name).orElse(code.value());
    }

    /** 四川省 2023年上半年 申报. */
    public static Words title(WindowDraft draft) {
        String province = province(draft.province());
        var round = of(draft.round());
        return new Words(
                province + " " + draft.session().chinese() + "考试 " + round.zh() + "时间",
                province + ", exam " + draft.session() + ", " + round.en());
    }

    /** Who may declare from when to when, and what may come later. */
    public static Words sentence(WindowDraft draft) {
        var opens = draft.window().opens();
        var closes = draft.window().closes();
        var zh = new StringBuilder(title(draft).zh());
        zh.append("：").append(zh(opens)).append(" 至 ").append(zh(closes));
        zh.append("（北京时间，两端都算在内）。");
        var en = new StringBuilder(title(draft).en());
        en.append(": ").append(en(opens)).append(" to ").append(en(closes));
        en.append(" (Beijing time, both ends inside).");
        if (!draft.grace().isZero()) {
            zh.append("截止前已开始填写的，可以再晚 ").append(length(draft.grace()).zh()).append("提交。");
            en.append(" What was begun before the close may arrive ")
                    .append(length(draft.grace()).en())
                    .append(" later.");
        }
        if (!draft.uploadTrail().isZero()) {
            zh.append("材料可以在提交后 ").append(length(draft.uploadTrail()).zh()).append("内补传。");
            en.append(" Evidence may follow within ")
                    .append(length(draft.uploadTrail()).en())
                    .append(" of submitting.");
        }
        return new Words(zh.toString(), en.toString());
    }

    private static String zh(OffsetDateTime moment) {
        return ZH.format(moment.withOffsetSameInstant(Beijing.OFFSET));
    }

    private static String en(OffsetDateTime moment) {
        return EN.format(moment.withOffsetSameInstant(Beijing.OFFSET));
    }

    /** 3 天 · 1 天 5 小时 · 30 分钟: whole units, at most two. */
    public static Words length(Duration length) {
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        if (days > 0) {
            return hours == 0
                    ? new Words(days + " 天", days + " days")
                    : new Words(days + " 天 " + hours + " 小时", days + " days " + hours + " h");
        }
        if (hours > 0) {
            return minutes == 0
                    ? new Words(hours + " 小时", hours + " hours")
                    : new Words(hours + " 小时 " + minutes + " 分", hours + " h " + minutes + " min");
        }
        return new Words(minutes + " 分钟", minutes + " minutes");
    }
}

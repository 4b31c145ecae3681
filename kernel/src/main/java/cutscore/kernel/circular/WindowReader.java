package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.NotUnderstood;
import cutscore.kernel.circular.CircularDraft.Times;
import cutscore.kernel.circular.Dates.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The declaration window. Two moments that belong together are weighed by what is said around them:
 * a window for declaring or claiming counts, an exam's days, a registration or a public notice do
 * not.
 */
final class WindowReader {
    private static final Pattern TOGETHER =
            Pattern.compile(
                    "^[^。;\\d]{0,10}?(?:-+|~+|至|到)[^。;\\d]{0,4}$"
                            + "|^[^。;\\d]{0,14}(?:截止|结束|截至|关闭|终止)[^。;\\d]{0,10}$");
    private static final Pattern OPENS_AND_CLOSES =
            Pattern.compile("^[^。\\d]{0,24}$", Pattern.DOTALL);
    private static final Pattern OPENS = Pattern.compile("开始|开通|开放|启动|起");
    private static final Pattern CLOSES = Pattern.compile("截止|结束|截至|关闭|终止|前");
    private static final Pattern FOR = Pattern.compile("申报|申领|补申|受理|提交申请|申请|领取申请");
    private static final Pattern NOT_FOR =
            Pattern.compile(
                    "考试时间|考试日期|考试于|举行|开考|笔试|机考|缴费|准考证|公示|成绩公布|成绩查询|查询|制证|打印|审核时间|审核|复核|领取证书|证书领取|发放|邮寄|有效期|报名时间|报名于|报名");
    private static final Pattern DAILY =
            Pattern.compile(
                    "^[\\s,(]*(?:每[天日]|工作日)\\s*(?:上午)?(\\d{1,2}):(\\d{2})\\s*[-~至到]+\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern FROM_NOW =
            Pattern.compile("(?:即日|发布之日|公布之日|本通知发布之日|发文之日)起?\\s*(?:至|到|-)\\s*$");

    private final @Nullable LocalDate published;
    private final int fallbackYear;
    private final List<NotUnderstood> notes;

    /**
     * @param published the date of the signature: gives a year that the text leaves out
     * @param fallbackYear the session's year when there is no such date; 0 for none
     */
    WindowReader(@Nullable LocalDate published, int fallbackYear, List<NotUnderstood> notes) {
        this.published = published;
        this.fallbackYear = fallbackYear;
        this.notes = notes;
    }

    private record Candidate(Times times, int score, int line, String text) {}

    @Nullable Times read(List<Placed> body) {
        var candidates = new ArrayList<Candidate>();
        for (int at = 0; at < body.size(); at++) {
            collect(body, at, candidates);
        }
        var best =
                candidates.stream()
                        .filter(c -> c.score >= 3)
                        .max(
                                Comparator.<Candidate>comparingInt(Candidate::score)
                                        .thenComparingInt(c -> -c.line()))
                        .orElse(null);
        if (best == null) {
            return null;
        }
        candidates.stream()
                .filter(c -> c.score >= 3 && !c.times.equals(best.times))
                .forEach(
                        c ->
                                notes.add(
                                        new NotUnderstood(
                                                c.line, c.text, "另有一段申报时间 / another window")));
        return best.times;
    }

    private void collect(List<Placed> body, int at, List<Candidate> out) {
        var placed = body.get(at);
        String own = Dates.arabic(placed.passage().folded());
        String more =
                at + 1 < body.size()
                        ? "\n" + Dates.arabic(body.get(at + 1).passage().folded())
                        : "";
        String text = own + more;
        var moments = Dates.in(text);
        for (int i = 0; i < moments.size() && moments.get(i).start() < own.length(); i++) {
            var opens = moments.get(i);
            if (i + 1 < moments.size() && belong(text, opens, moments.get(i + 1))) {
                add(out, placed, text, opens, moments.get(i + 1));
            }
            fromNow(out, placed, text, opens);
        }
    }

    private static boolean belong(String text, Moment opens, Moment closes) {
        String gap = text.substring(opens.end(), closes.start());
        if (TOGETHER.matcher(gap).matches() && gap.indexOf('\n') < 0) {
            return true;
        }
        String before = text.substring(Math.max(0, opens.start() - 14), opens.start());
        String after = text.substring(closes.end(), Math.min(text.length(), closes.end() + 6));
        return OPENS_AND_CLOSES.matcher(gap).matches()
                && OPENS.matcher(before + gap).find()
                && CLOSES.matcher(gap + after).find();
    }

    private void fromNow(List<Candidate> out, Placed placed, String text, Moment closes) {
        String before = text.substring(Math.max(0, closes.start() - 16), closes.start());
        if (published == null || !FROM_NOW.matcher(before).find()) {
            return;
        }
        var to = closes.on(published.getYear(), published.getMonthValue());
        if (to != null && !to.isBefore(published)) {
            var times = new Times(published, null, to, closes.hour(), closes.midnight());
            out.add(
                    new Candidate(
                            times,
                            score(placed, text, closes, closes),
                            placed.passage().line(),
                            text));
        }
    }

    private void add(List<Candidate> out, Placed placed, String text, Moment opens, Moment closes) {
        int score = score(placed, text, opens, closes);
        if (score < 3) {
            return;
        }
        var times = times(text, opens, closes);
        String shown = text.substring(opens.start(), closes.end());
        int line = placed.passage().line();
        if (times == null) {
            notes.add(new NotUnderstood(line, shown, "这段时间无法成立 / no such stretch of time"));
        } else {
            out.add(new Candidate(times, score, line, shown));
        }
    }

    private @Nullable Times times(String text, Moment opens, Moment closes) {
        int year = opens.year() == null ? yearOf(opens) : opens.year();
        var from = year == 0 ? null : opens.on(year, 0);
        if (from == null) {
            return null;
        }
        int closingYear = closes.nextYear() ? from.getYear() + 1 : from.getYear();
        var to = closes.on(closingYear, from.getMonthValue());
        if (to != null && to.isBefore(from) && closes.year() == null) {
            to = closes.month() == null ? to.plusMonths(1) : to.plusYears(1);
        }
        if (to == null || to.isBefore(from)) {
            return null;
        }
        var openingHour = opens.midnight() ? null : opens.hour();
        var times = new Times(from, openingHour, to, closes.hour(), closes.midnight());
        var daily = DAILY.matcher(text.substring(closes.end()));
        if (opens.hour() == null && closes.hour() == null && daily.find()) {
            times =
                    new Times(
                            from,
                            time(daily.group(1), daily.group(2)),
                            to,
                            time(daily.group(3), daily.group(4)),
                            false);
        }
        return times.window().closes().isBefore(times.window().opens()) ? null : times;
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(
                Math.min(23, Integer.parseInt(hour)), Math.min(59, Integer.parseInt(minute)));
    }

    private int yearOf(Moment opens) {
        if (published == null) {
            return fallbackYear;
        }
        var day = opens.on(published.getYear(), published.getMonthValue());
        boolean longAgo = day != null && day.plusDays(200).isBefore(published);
        return longAgo ? published.getYear() + 1 : published.getYear();
    }

    private static int score(Placed placed, String text, Moment opens, Moment closes) {
        int from =
                Math.max(
                                text.lastIndexOf('。', opens.start()),
                                text.lastIndexOf('\n', opens.start()))
                        + 1;
        int to = end(text, closes.end());
        String sentence = text.substring(from, to);
        String clause = clauseBefore(text, from, opens.start());
        String after = text.substring(closes.end(), Math.min(to, closes.end() + 8));
        int score = 0;
        if (FOR.matcher(placed.headings()).find()) {
            score += 3;
        }
        if (FOR.matcher(sentence).find()) {
            score += 4;
        }
        if (FOR.matcher(clause).find()) {
            score += 3;
        } else if (NOT_FOR.matcher(clause).find()
                || after.matches("(?s)^[^,;]{0,2}(?:举行|进行考试|开考|公示|报名|缴费).*")) {
            score -= 9;
        }
        if (NOT_FOR.matcher(placed.headings()).find() && !FOR.matcher(placed.headings()).find()) {
            score -= 4;
        }
        return score
                + (opens.hour() == null ? 0 : 1)
                + (closes.hour() == null && !closes.midnight() ? 0 : 1);
    }

    private static int end(String text, int from) {
        int stop = text.indexOf('。', from);
        int line = text.indexOf('\n', from);
        int to = stop < 0 ? text.length() : stop;
        return line < 0 ? to : Math.min(to, line);
    }

    private static String clauseBefore(String text, int sentence, int start) {
        String before = text.substring(sentence, start);
        int cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
        return before.substring(cut + 1);
    }
}

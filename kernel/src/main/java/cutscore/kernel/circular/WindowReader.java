package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.NotUnderstood;
import cutscore.kernel.circular.CircularDraft.Times;
import cutscore.kernel.circular.Dates.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
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
    private static final Pattern CLOSES = Pattern.compile("截止|结束|截至|关闭|终止|前|止");
    private static final Pattern DAILY =
            Pattern.compile(
                    "^[\\s,(]*(?:每[天日]|工作日)\\s*(?:上午)?(\\d{1,2}):(\\d{2})\\s*[-~至到]+\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern FROM_NOW =
            Pattern.compile(
                    "(?:即日|发布之日|公布之日|本通知发布之日|发文之日)起?[^。;\\d]{0,16}?(?:至|到|-|截止|截至)[到于至]?\\s*$");

    /** 由7月3日延长至7月10日: two closes, no opening. */
    private static final Pattern CHANGED = Pattern.compile("延长|延期|延至|顺延|推迟|改[为至到]|调整|更正");

    private static final Pattern MORE_HOURS =
            Pattern.compile(
                    "^\\s*[,、;和及]\\s*(下午|晚上?)?\\s*\\d{1,2}:\\d{2}\\s*[-~至到]+\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern VAGUE = Pattern.compile("\\d{1,2}月(?:份|底|初|[上中下]旬)");
    private static final Pattern ONE_END = Pattern.compile("起|开始|截止|截至|止|前|之后|以后|以前|开通|关闭|结束|至");

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
                        .filter(c -> c.score >= WindowWords.ENOUGH)
                        .max(
                                Comparator.<Candidate>comparingInt(Candidate::score)
                                        .thenComparingInt(c -> -c.line()))
                        .orElse(null);
        if (best == null) {
            strays(body, null);
            return null;
        }
        candidates.stream()
                .filter(c -> c.score >= WindowWords.ENOUGH && !c.times.equals(best.times))
                .forEach(
                        c ->
                                notes.add(
                                        new NotUnderstood(
                                                c.line, c.text, "另有一段申报时间 / another window")));
        strays(body, best.times);
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

    /** An opening or a close alone makes no window, but is said. */
    private void strays(List<Placed> body, @Nullable Times window) {
        for (Placed placed : body) {
            for (String sentence : placed.sentences()) {
                String text = Dates.arabic(sentence);
                vague(placed, text, window);
                if (Dates.in(text).stream().anyMatch(m -> isStray(placed, text, m, window))) {
                    notes.add(
                            new NotUnderstood(
                                    placed.passage().line(),
                                    sentence,
                                    "只有一端的申报时间 / a declaration time with one end alone"));
                }
            }
        }
    }

    /** 2023年12月下旬开始: a time, but no day. */
    private void vague(Placed placed, String text, @Nullable Times window) {
        var found = VAGUE.matcher(text);
        if (window == null && found.find()) {
            var when = new Moment(found.start(), found.end(), null, null, 0, null, false, false);
            if (WindowWords.score(placed, text, when, when) >= WindowWords.ENOUGH) {
                notes.add(
                        new NotUnderstood(
                                placed.passage().line(), text, "只说了大概的申报时间 / only a rough time"));
            }
        }
    }

    private boolean isStray(Placed placed, String text, Moment one, @Nullable Times window) {
        int to = Math.min(text.length(), one.end() + 6);
        String around =
                text.substring(Math.max(0, one.start() - 8), one.start())
                        + text.substring(one.end(), to);
        int enough = window == null ? WindowWords.ENOUGH : WindowWords.ENOUGH + 3;
        var day = one.on(window == null ? 2000 : window.opensOn().getYear(), 1);
        boolean known =
                window != null
                        && day != null
                        && !day.isBefore(window.opensOn())
                        && !day.isAfter(window.closesOn());
        return !known
                && one.month() != null
                && ONE_END.matcher(around).find()
                && !toldAlready(placed, text, one)
                && WindowWords.score(placed, text, one, one) >= enough;
    }

    private boolean toldAlready(Placed placed, String text, Moment one) {
        String shown = text.substring(one.start(), one.end());
        return notes.stream()
                .anyMatch(n -> n.line() == placed.passage().line() && n.text().contains(shown));
    }

    private static boolean belong(String text, Moment opens, Moment closes) {
        String gap = text.substring(opens.end(), closes.start());
        String around = text.substring(Math.max(0, opens.start() - 6), opens.start()) + gap;
        if (CHANGED.matcher(around).find()) {
            return false;
        }
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
                            WindowWords.score(placed, text, closes, closes),
                            placed.passage().line(),
                            text));
        }
    }

    private void add(List<Candidate> out, Placed placed, String text, Moment opens, Moment closes) {
        int score = WindowWords.score(placed, text, opens, closes);
        if (score < WindowWords.ENOUGH) {
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
            var last = lastHour(daily, text.substring(closes.end() + daily.end()));
            times = new Times(from, time(daily.group(1), daily.group(2)), to, last, false);
        }
        return times.window().closes().isBefore(times.window().opens()) ? null : times;
    }

    /** Of 9:00-12:00,下午3:00-6:00 the hour that ends the day. */
    private static LocalTime lastHour(Matcher daily, String rest) {
        var more = MORE_HOURS.matcher(rest);
        if (!more.find()) {
            return time(daily.group(3), daily.group(4));
        }
        var last = time(more.group(2), more.group(3));
        return more.group(1) != null && last.getHour() < 12 ? last.plusHours(12) : last;
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
}

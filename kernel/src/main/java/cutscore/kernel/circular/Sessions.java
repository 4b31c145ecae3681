package cutscore.kernel.circular;

import cutscore.kernel.id.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which 软考 sessions a text names: 2023年上半年, 2023年度下半年, 2023年上、下半年, and ranges. Sessions of other
 * exams do not count.
 */
final class Sessions {
    private static final Pattern SESSION =
            Pattern.compile(
                    "(20\\d{2})\\s*年?\\s*度?\\s*(?:全国|软考|计算机[^。;,、\\d]{0,28})?\\(?\\s*([上下])(?:\\s*[、和及]\\s*(?:(20\\d{2})年)?\\s*([上下]))?\\s*半年");
    private static final Pattern ANOTHER_HALF = Pattern.compile("^\\s*[、,和及与]+\\s*([上下])半年");
    private static final Pattern RANGE = Pattern.compile("^[^\\d。;、,]{0,6}?(?:至|到|-+|~)\\s*$");
    private static final Pattern OTHER_EXAM =
            Pattern.compile("通信|社会工作|经济|会计|审计|统计|教师|建造|卫生|翻译|出版|消防|造价|监理|测绘|药师");
    private static final Pattern OUR_EXAM = Pattern.compile("计算机|软件|软考");

    private Sessions() {}

    /** In order, each once. */
    static List<SessionId> in(String folded) {
        String text = Dates.arabic(folded);
        var out = new TreeSet<SessionId>();
        var found = SESSION.matcher(text).results().toList();
        for (int at = 0; at < found.size(); at++) {
            var one = found.get(at);
            if (isOfAnotherExam(text, one.end())) {
                continue;
            }
            out.addAll(of(text, one));
            if (at > 0
                    && RANGE.matcher(text.substring(found.get(at - 1).end(), one.start()))
                            .matches()) {
                out.addAll(between(first(found.get(at - 1)), first(one)));
            }
        }
        return List.copyOf(out);
    }

    private static List<SessionId> of(String text, MatchResult found) {
        var out = new ArrayList<SessionId>();
        out.add(first(found));
        int year = Integer.parseInt(found.group(1));
        if (found.group(4) != null) {
            int other = found.group(3) == null ? year : Integer.parseInt(found.group(3));
            out.add(SessionId.of(other, half(found.group(4))));
        }
        var more = ANOTHER_HALF.matcher(text.substring(found.end()));
        if (more.find()) {
            out.add(SessionId.of(year, half(more.group(1))));
        }
        return out;
    }

    private static SessionId first(MatchResult found) {
        return SessionId.of(Integer.parseInt(found.group(1)), half(found.group(2)));
    }

    private static int half(String word) {
        return word.equals("上") ? 1 : 2;
    }

    private static List<SessionId> between(SessionId from, SessionId to) {
        var out = new ArrayList<SessionId>();
        int last = to.year() * 2 + to.half();
        for (int at = from.year() * 2 + from.half(); at <= last && out.size() < 20; at++) {
            out.add(SessionId.of((at - 1) / 2, (at - 1) % 2 + 1));
        }
        return out;
    }

    private static boolean isOfAnotherExam(String text, int end) {
        String after =
                text.substring(end, Math.min(text.length(), end + 24))
                        .split("[。;,\\n]|20\\d{2}", 2)[0];
        return OTHER_EXAM.matcher(after).find() && !OUR_EXAM.matcher(after).find();
    }
}

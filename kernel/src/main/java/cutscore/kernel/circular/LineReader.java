package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.StatedLine;
import cutscore.kernel.id.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences that state a published line: 单独划线地区各科目合格标准均为40分(含). */
final class LineReader {
    private static final Pattern MARK =
            Pattern.compile("(\\d{1,3}(?:\\.5)?)\\s*分(?!钟|之|[^,;。]{0,6}%)");
    private static final Pattern STANDARD = Pattern.compile("合格标准|合格分数|分数线|合格线|划定为|标准为");
    private static final Pattern STANDARD_HEADING =
            Pattern.compile("(?:合格|划线)(?:标准|分数)|合格线|分数线|^标准$");
    private static final Pattern OTHER =
            Pattern.compile("(?:全国|统一|国家)(?:统一)?(?:合格)?(?:标准|线|分数线)|满分|低于|未达到");
    private static final Pattern LEVEL =
            Pattern.compile("(高级|中级|初级)[^高中初\\d,;]{0,40}?(\\d{1,3}(?:\\.5)?)\\s*分");
    private static final Pattern EXAM =
            Pattern.compile(
                    "((?:全国|计算机|通信|社会|经济|会计|审计|统计|注册|执业|监理|一级|二级|护士|卫生|翻译|出版|消防|测绘|造价)[\\p{IsHan}()与]{0,30}?考试|软考)");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*年");
    private static final Pattern NATIONAL =
            Pattern.compile("全国(?:统一)?合格(?:标准|线|分数线)[^,;。]{0,20}?\\d{1,3}(?:\\.5)?\\s*分");

    private final List<SessionId> sessions;
    private final String title;
    private final boolean aboutLines;

    private LineReader(List<SessionId> sessions, String title, boolean aboutLines) {
        this.sessions = sessions;
        this.title = title;
        this.aboutLines = aboutLines;
    }

    /**
     * @param title names the exam where the sentences do not
     * @param aboutLines whether the text speaks of separate lines at all: then a section headed
     *     合格标准 gives them
     */
    static List<StatedLine> read(
            List<Placed> body, List<SessionId> sessions, String title, boolean aboutLines) {
        var reader = new LineReader(sessions, title, aboutLines);
        return reader.read(body);
    }

    private List<StatedLine> read(List<Placed> body) {
        var out = new ArrayList<StatedLine>();
        String section = "";
        for (Placed placed : body) {
            String headings = placed.headings();
            for (String sentence : placed.sentences()) {
                boolean goesOn = !section.isEmpty() && headings.startsWith(section);
                var lines = lines(placed, sentence, goesOn);
                if (!lines.isEmpty()) {
                    section = placed.chain().isEmpty() ? "" : placed.chain().getFirst().toString();
                }
                out.addAll(lines);
            }
        }
        return out;
    }

    /** One for a sentence; several only where it gives each of several sessions its own mark. */
    private List<StatedLine> lines(Placed placed, String sentence, boolean goesOn) {
        var out = new ArrayList<StatedLine>();
        String[] parts = sentence.split("[,;]");
        for (String part : parts) {
            if (Sessions.in(part).size() == 1 && MARK.matcher(Dates.arabic(part)).find()) {
                var line = line(placed, part, goesOn || sentence.contains("单独划线"));
                if (line != null) {
                    out.add(line);
                }
            }
        }
        if (out.size() > 1) {
            return out;
        }
        var line = line(placed, sentence, goesOn && !Sessions.in(sentence).isEmpty());
        return line == null ? List.of() : List.of(line);
    }

    private @Nullable StatedLine line(Placed placed, String sentence, boolean goesOn) {
        String text = NATIONAL.matcher(Dates.arabic(sentence)).replaceAll("");
        boolean here = text.contains("单独划线") || text.contains("单独划定");
        boolean above = isHeadingOfLines(placed) && !OTHER.matcher(text).find();
        boolean about = here || above || goesOn;
        if (!about || !(above || STANDARD.matcher(text + placed.headings()).find())) {
            return null;
        }
        String from = here ? text.substring(Math.max(0, text.indexOf("单独划"))) : text;
        var mark = MARK.matcher(from);
        if (!mark.find()) {
            return null;
        }
        return new StatedLine(exam(placed, text), session(placed, text), each(from, mark.group(1)));
    }

    private boolean isHeadingOfLines(Placed placed) {
        return aboutLines
                && placed.chain().stream()
                        .map(Placed.Heading::words)
                        .anyMatch(h -> STANDARD_HEADING.matcher(h).find() && !h.contains("全国"));
    }

    private static String each(String text, String first) {
        Map<String, String> levels = new LinkedHashMap<>();
        var found = LEVEL.matcher(text);
        while (found.find()) {
            levels.putIfAbsent(found.group(1), found.group(2));
        }
        if (levels.values().stream().distinct().count() < 2) {
            return first;
        }
        return String.join(
                "、", levels.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList());
    }

    private @Nullable String exam(Placed placed, String sentence) {
        var here = EXAM.matcher(sentence);
        if (here.find()) {
            return here.group(1);
        }
        var above = EXAM.matcher(placed.headings());
        if (above.find()) {
            return above.group(1);
        }
        var ofTitle = EXAM.matcher(title);
        return ofTitle.find() ? ofTitle.group(1) : null;
    }

    private @Nullable String session(Placed placed, String sentence) {
        var here = Sessions.in(sentence);
        var named = here.isEmpty() ? Sessions.in(placed.headings()) : here;
        if (!named.isEmpty()) {
            return named.getFirst().value();
        }
        var year = YEAR.matcher(sentence);
        if (year.find()) {
            return year.group(1);
        }
        if (!sessions.isEmpty()) {
            return sessions.size() == 1 ? sessions.getFirst().value() : null;
        }
        var ofTitle = YEAR.matcher(title);
        return ofTitle.find() ? ofTitle.group(1) : null;
    }
}

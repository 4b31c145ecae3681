package cutscore.kernel.circular;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft.NotUnderstood;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a circular on separate lines (单独划线) as a structured draft. It reads such notices, clean
 * text or a copied page, not one of them by heart: each topic has a small reader of its own, and
 * what carries something but cannot be placed is said in {@link CircularDraft#notUnderstood()}.
 */
public final class CircularReader {
    private static final Pattern ABOUT_LINES = Pattern.compile("单独划线|单独划定|划线地区");
    private static final Pattern NATIONAL =
            Pattern.compile("^(?:中华人民共和国)?(?:工业和信息化部|人力资源和?社会保障部|人社部|工信部)");
    private static final int LONGEST_PARAGRAPH = 10_000;
    private static final int LARGEST = 4_000_000;

    private CircularReader() {}

    /**
     * Reads a file's bytes: UTF-8 with or without a byte order mark, else GB18030, both strictly.
     *
     * @throws Unreadable when it is neither, or no circular
     */
    public static CircularDraft read(byte[] bytes, Divisions divisions) {
        return read(text(bytes), divisions);
    }

    /**
     * @throws Unreadable when there is neither a clause on areas nor a window nor a line
     */
    public static CircularDraft read(String text, Divisions divisions) {
        if (text.length() > LARGEST) {
            throw new Unreadable(tooLarge());
        }
        var passages = CircularText.passages(text);
        passages.stream()
                .filter(p -> p.text().length() > LONGEST_PARAGRAPH)
                .findFirst()
                .ifPresent(CircularReader::refuse);
        var frame = Frame.of(passages);
        var body = Placed.of(frame.body());
        var attachments = Placed.of(frame.attachments());
        var province = province(frame, divisions);
        var areas = new AreaReader(divisions, province, frame.published()).read(body, attachments);
        var sessions = sessions(frame, body);
        var notes = new ArrayList<NotUnderstood>(areas.notes());
        int year = sessions.isEmpty() ? 0 : sessions.getFirst().year();
        boolean aboutLines =
                body.stream().anyMatch(p -> ABOUT_LINES.matcher(p.passage().folded()).find());
        int before = notes.size();
        var window =
                aboutLines ? new WindowReader(frame.published(), year, notes).read(body) : null;
        var lines = LineReader.read(body, sessions, titled(frame), aboutLines);
        boolean halfWindow = notes.size() > before;
        boolean clause = aboutLines && (areas.clauseSeen() || halfWindow);
        if (!clause && window == null && lines.isEmpty()) {
            throw new Unreadable(noCircular());
        }
        return new CircularDraft(
                frame.title(),
                frame.authority(),
                frame.published(),
                DocumentNumbers.in(folded(body)),
                sessions,
                areas.areas(),
                areas.doubts(),
                window,
                GroupReader.read(body),
                lines,
                BasisReader.validity(body).orElse(null),
                BasisReader.legalBasis(body),
                notes);
    }

    private static String titled(Frame frame) {
        return Fold.fold(Optional.ofNullable(frame.title()).orElse(""));
    }

    private static String folded(List<Placed> body) {
        return String.join("\n", body.stream().map(p -> p.passage().folded()).toList());
    }

    /** The title's; else those of the sentence that says what the circular is about; else all. */
    private static List<SessionId> sessions(Frame frame, List<Placed> body) {
        var ofTitle = Sessions.in(titled(frame));
        if (!ofTitle.isEmpty()) {
            return ofTitle;
        }
        for (Placed placed : body) {
            String text = placed.passage().folded();
            int now = Math.max(text.indexOf("现将"), text.indexOf("现就"));
            var named = now < 0 ? List.<SessionId>of() : Sessions.in(text.substring(now));
            if (!named.isEmpty()) {
                return named;
            }
        }
        return Sessions.in(folded(body));
    }

    /**
     * By the issuing body, else the title, else the first paragraphs; none for a national circular.
     */
    private static @Nullable DivisionCode province(Frame frame, Divisions divisions) {
        var places = new ArrayList<String>();
        places.add(Optional.ofNullable(frame.authority()).orElse(""));
        places.add(Optional.ofNullable(frame.title()).orElse(""));
        if (NATIONAL.matcher(places.getFirst()).find()) {
            return null;
        }
        for (Passage passage : frame.body()) {
            if (passage.has("单独划线")) {
                places.add(passage.text());
            }
        }
        return places.stream()
                .map(text -> provinceIn(text, divisions))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<DivisionCode> provinceIn(String text, Divisions divisions) {
        DivisionCode first = null;
        int firstAt = Integer.MAX_VALUE;
        for (Division province : divisions.provinces()) {
            int at = text.indexOf(shortName(province.name()));
            if (at >= 0 && at < firstAt) {
                first = province.code();
                firstAt = at;
            }
        }
        return Optional.ofNullable(first);
    }

    private static String shortName(String province) {
        return province.substring(
                0, province.startsWith("内蒙") || province.startsWith("黑龙") ? 3 : 2);
    }

    /**
     * A file's text: UTF-8 with or without a byte order mark, else GB18030, both strictly.
     *
     * @throws Unreadable when it is neither
     */
    public static String text(byte[] bytes) {
        var text =
                strictly(bytes, StandardCharsets.UTF_8)
                        .or(() -> strictly(bytes, Charset.forName("GB18030")));
        if (text.isPresent()) {
            return text.get();
        }
        throw new Unreadable(
                Fault.of(
                        "CIRCULAR_ENCODING",
                        new Words("文件既不是 UTF-8 也不是 GB18030 的文本", "neither UTF-8 nor GB18030 text"),
                        new Words(
                                "请把通知另存为 UTF-8 编码的纯文本（不要 Word、PDF 或图片）",
                                "save the notice as plain UTF-8 text (no Word, PDF or picture)")));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(t -> t.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void refuse(Passage passage) {
        throw new Unreadable(
                Fault.of(
                        "CIRCULAR_PARAGRAPH_TOO_LONG",
                        new Words(
                                "第" + passage.line() + "行起的一段超过一万字，不是一份通知",
                                "the paragraph from line "
                                        + passage.line()
                                        + " on has more than ten thousand characters"),
                        new Words("请只给出通知的文本，分段保存", "give the circular alone, in paragraphs")));
    }

    private static Fault tooLarge() {
        return Fault.of(
                "CIRCULAR_TOO_LARGE",
                new Words("文本超过四百万字，不是一份通知", "more than four million characters is no circular"),
                new Words("请只给出通知的文本", "give the text of the circular alone"));
    }

    private static Fault noCircular() {
        return Fault.of(
                "CIRCULAR_NOT_FOUND",
                new Words(
                        "这不像单独划线的通知：没有单独划线地区、没有申报时间、也没有公布的合格标准",
                        "no circular on a separate line: no areas, no declaration window and no"
                                + " published line"),
                new Words(
                        "请给出通知全文，至少含“单独划线地区”“申报时间”“合格标准”中的一项",
                        "give the whole text, with at least one of areas (单独划线地区), window (申报时间),"
                                + " line (合格标准)"));
    }
}

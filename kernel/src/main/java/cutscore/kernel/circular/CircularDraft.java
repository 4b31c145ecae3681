package cutscore.kernel.circular;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a circular. It has no force until an officer confirms it and a second one
 * agrees.
 *
 * @param title as written, its lines joined
 * @param authority who issued it: under the signature, else at the head
 * @param published the date under the signature
 * @param documentNumbers every document number in the order of the text, brackets as 〔2022〕
 * @param sessions 软考 sessions in order; other exams appear only in {@code lines}
 * @param areas county-level units in code order, those of a spelling doubt among them
 * @param window the declaration window; null when the text has none
 * @param validity the sentence that says where the certificate counts, as written
 * @param legalBasis for violations, in one form: {@code 人力资源和社会保障部令第31号 第十条}
 */
public record CircularDraft(
        @Nullable String title,
        @Nullable String authority,
        @Nullable LocalDate published,
        List<String> documentNumbers,
        List<SessionId> sessions,
        List<Area> areas,
        List<SpellingDoubt> spellingDoubts,
        @Nullable Times window,
        List<Group> groups,
        List<StatedLine> lines,
        @Nullable String validity,
        List<String> legalBasis,
        List<NotUnderstood> notUnderstood) {

    public CircularDraft {
        documentNumbers = List.copyOf(documentNumbers);
        sessions = List.copyOf(sessions);
        areas = List.copyOf(areas);
        spellingDoubts = List.copyOf(spellingDoubts);
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
        legalBasis = List.copyOf(legalBasis);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * A county-level unit that is a line area.
     *
     * @param grounds names of the six grounds of 人社厅发〔2022〕25号 ({@code KEY_COUNTY, TIBET,
     *     TIBETAN_COUNTIES, SOUTH_XINJIANG, LINXIA, LIANGSHAN_LESHAN}) where the circular's wording
     *     or the place says which; another ground in the circular's own words (省重点帮扶县); none when
     *     it says none
     * @param clauses where it is listed: the heading, then the label before the list
     */
    public record Area(DivisionCode code, String name, List<String> grounds, List<String> clauses) {
        public Area {
            grounds = List.copyOf(grounds);
            clauses = List.copyOf(clauses);
        }
    }

    /** A name that no division has, and the one official name that is a character away. */
    public record SpellingDoubt(String written, String meant, DivisionCode code) {}

    /**
     * The declaration window as stated. What the text leaves out stays out: an opening without an
     * hour is a bare date, a close without an hour too.
     */
    public record Times(
            LocalDate opensOn,
            @Nullable LocalTime opensAt,
            LocalDate closesOn,
            @Nullable LocalTime closesAt,
            boolean closesAtMidnight) {

        /** The opening, ISO 8601: with +08:00, or a bare date. */
        public String opens() {
            return opensAt == null ? opensOn.toString() : text(opensOn, opensAt);
        }

        /** The close, ISO 8601: with +08:00, or a bare date. 24:00 is 00:00 of the next day. */
        public String closes() {
            if (closesAtMidnight) {
                return text(closesOn.plusDays(1), LocalTime.MIDNIGHT);
            }
            return closesAt == null ? closesOn.toString() : text(closesOn, closesAt);
        }

        /**
         * The window to judge by. Without an hour the whole day counts: from 00:00:00, to 23:59:59;
         * it is the reading that takes nothing from anybody.
         */
        public Window window() {
            var from = opensAt == null ? LocalTime.MIDNIGHT : opensAt;
            var opening = OffsetDateTime.of(opensOn, from, Beijing.OFFSET);
            if (closesAtMidnight) {
                return new Window(
                        opening,
                        OffsetDateTime.of(
                                closesOn.plusDays(1), LocalTime.MIDNIGHT, Beijing.OFFSET));
            }
            var to = closesAt == null ? LocalTime.of(23, 59, 59) : closesAt;
            return new Window(opening, OffsetDateTime.of(closesOn, to, Beijing.OFFSET));
        }

        private static String text(LocalDate day, LocalTime hour) {
            return Beijing.text(OffsetDateTime.of(day, hour, Beijing.OFFSET).toInstant());
        }
    }

    /** On what ground a person declares. */
    public enum Who {
        REGISTERED,
        HOUSEHOLD,
        WORKS
    }

    /** How the certificate is issued: by the ordinary procedure, or by that of replacement (补证). */
    public enum Route {
        ORDINARY,
        REPLACEMENT
    }

    /** A group of people; {@code route} is null when the text names none. */
    public record Group(Who who, @Nullable Route route, List<String> evidence) {
        public Group {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A sentence that states a line.
     *
     * @param exam the exam's name as written
     * @param session {@code 2023-1}, or the bare year for an exam held once a year; null when not
     *     said
     * @param each the mark of every subject; several, where levels differ, as {@code 初级43、中级42}
     */
    public record StatedLine(@Nullable String exam, @Nullable String session, String each) {}

    /** Words of the circular that carry something, but could not be placed. */
    public record NotUnderstood(int line, String text, String why) {}

    /** The window to judge by, if the text has one. */
    public Optional<Window> declarationWindow() {
        return Optional.ofNullable(window).map(Times::window);
    }

    /** The shape of design §5. */
    public Json.Obj toJson() {
        return Json.object()
                .put("title", title)
                .put("authority", authority)
                .put("published", published == null ? null : published.toString())
                .put("documentNumbers", Json.texts(documentNumbers))
                .put("sessions", Json.texts(sessions.stream().map(SessionId::value).toList()))
                .put("areas", array(areas, CircularDraft::json))
                .put("spellingDoubts", array(spellingDoubts, CircularDraft::json))
                .put("window", window == null ? Json.ofNull() : json(window))
                .put("groups", array(groups, CircularDraft::json))
                .put("lines", array(lines, CircularDraft::json))
                .put("validity", validity)
                .put("legalBasis", Json.texts(legalBasis))
                .put("notUnderstood", array(notUnderstood, CircularDraft::json))
                .build();
    }

    private static <T> Json.Arr array(Collection<T> items, Function<T, Json> json) {
        return Json.array(items.stream().map(json).collect(Collectors.toList()));
    }

    private static Json json(Area area) {
        return Json.object()
                .put("code", area.code.value())
                .put("name", area.name)
                .put("grounds", Json.texts(area.grounds))
                .put("clauses", Json.texts(area.clauses))
                .build();
    }

    private static Json json(SpellingDoubt doubt) {
        return Json.object()
                .put("written", doubt.written)
                .put("meant", doubt.meant)
                .put("code", doubt.code.value())
                .build();
    }

    private static Json json(Times times) {
        return Json.object().put("opens", times.opens()).put("closes", times.closes()).build();
    }

    private static Json json(Group group) {
        var route = group.route;
        return Json.object()
                .put("who", group.who.name().toLowerCase(Locale.ROOT))
                .put("route", route == null ? null : route.name().toLowerCase(Locale.ROOT))
                .put("evidence", Json.texts(group.evidence))
                .build();
    }

    private static Json json(StatedLine line) {
        return Json.object()
                .put("exam", line.exam)
                .put("session", line.session)
                .put("each", line.each)
                .build();
    }

    private static Json json(NotUnderstood words) {
        return Json.object()
                .put("line", words.line)
                .put("text", words.text)
                .put("why", words.why)
                .build();
    }
}

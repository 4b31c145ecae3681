package cutscore.server.guide;

import cutscore.server.exam.WindowOnRecord;
import cutscore.server.exam.WindowWords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Windows as an iCalendar file (RFC 5545): the opening and the close are two events, so that alarms
 * come before each. Identifiers stay; SEQUENCE counts the acts that changed the window.
 */
final class Calendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;
    private static final List<String> ALARMS = List.of("-P3D", "-P1D", "-PT3H");

    private final StringBuilder out = new StringBuilder();

    private Calendar() {}

    /**
     * One window of it.
     *
     * @param changed when it was announced, or last extended
     */
    record Entry(WindowOnRecord window, Instant changed) {}

    static byte[] of(List<Entry> entries) {
        var calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Cutscore//Windows//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        entries.forEach(calendar::window);
        calendar.line("END:VCALENDAR");
        return calendar.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void window(Entry entry) {
        var draft = entry.window().draft();
        var title = WindowWords.title(draft);
        event(entry, "opens", draft.window().opens().toInstant(), title.zh() + "开始", List.of());
        event(entry, "closes", draft.window().closes().toInstant(), title.zh() + "截止", ALARMS);
    }

    private void event(Entry entry, String which, Instant at, String summary, List<String> alarms) {
        var window = entry.window();
        var sentence = WindowWords.sentence(window.draft());
        line("BEGIN:VEVENT");
        line("UID:" + window.id() + "-" + which + "@cutscore");
        line("DTSTAMP:" + UTC.format(entry.changed()));
        line("LAST-MODIFIED:" + UTC.format(entry.changed()));
        line("SEQUENCE:" + window.revision());
        line("DTSTART:" + UTC.format(at));
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(sentence.zh() + "\n" + sentence.en()));
        line("STATUS:CONFIRMED");
        line("TRANSP:TRANSPARENT");
        for (String before : alarms) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("TRIGGER:" + before);
            line("DESCRIPTION:" + escaped(summary + " " + left(before)));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    /** What an alarm says besides: 还剩 3 天. */
    private static String left(String trigger) {
        return "还剩 " + WindowWords.length(Duration.parse(trigger.substring(1))).zh();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A content line of at most 75 octets each, folded between characters. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        out.append("\r\n");
    }
}

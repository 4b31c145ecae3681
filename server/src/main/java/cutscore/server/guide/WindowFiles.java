package cutscore.server.guide;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Digest;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.OpenToAll;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Windows for calendars and feed readers; each file with an ETag. */
@Controller
@OpenToAll
class WindowFiles {
    private static final MediaType CALENDAR =
            MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final MediaType ATOM =
            MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(10));

    private final Exams exams;

    WindowFiles(Exams exams) {
        this.exams = exams;
    }

    @GetMapping("/windows/one/{window}.ics")
    ResponseEntity<byte[]> window(@PathVariable UUID window) {
        return exams.findWindow(window)
                .map(found -> file(CALENDAR, Calendar.of(List.of(entry(found)))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/windows/province/{province:[1-9][0-9]0000}.ics")
    ResponseEntity<byte[]> province(@PathVariable String province) {
        var code = new DivisionCode(province);
        var entries =
                exams.windows().stream()
                        .filter(window -> window.province().equals(code))
                        .map(this::entry)
                        .toList();
        return file(CALENDAR, Calendar.of(entries));
    }

    @GetMapping("/windows.atom")
    ResponseEntity<byte[]> feed() {
        return file(ATOM, Feed.of(exams.windows().stream().map(this::entry).toList()));
    }

    private Calendar.Entry entry(WindowOnRecord window) {
        return new Calendar.Entry(window, exams.changed(window));
    }

    private static ResponseEntity<byte[]> file(MediaType kind, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .eTag(Digest.hex(content).substring(0, 32))
                .contentType(kind)
                .body(content);
    }
}

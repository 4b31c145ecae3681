package cutscore.server.guide;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.Exams;
import cutscore.server.exam.PastLine;
import cutscore.server.exam.PastWindow;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.Publications;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code ui-P4} 窗口日历 and the page of one province and exam session. */
@Controller
@OpenToAll
class CalendarController {
    private final Exams exams;
    private final Publications publications;

    CalendarController(Exams exams, Publications publications) {
        this.exams = exams;
        this.publications = publications;
    }

    /**
     * Every window.
     *
     * @param current open, soon to open, or in grace
     * @param closed the rest, the latest close first
     * @param past what is on record of the years before
     */
    record Shown(List<WindowRow> current, List<WindowRow> closed, List<PastWindow> past) {}

    /**
     * One province and session.
     *
     * @param round which round the rules below belong to
     * @param asked what is asked for, ground by ground
     * @param lines what is on record of this session's own line
     * @param history lines of other sessions
     */
    record Detail(
            SessionId session,
            DivisionCode province,
            List<WindowRow> rows,
            Round round,
            ProvinceRule rule,
            List<Asks> asked,
            List<Announcement> announced,
            List<PastLine> lines,
            List<PastLine> history,
            List<PastWindow> past) {}

    /** What is asked for on one ground. */
    record Asks(DeclaredGround ground, EvidenceAsked evidence) {}

    @GetMapping("/windows")
    Page windows(Visit at) {
        var all = WindowRow.of(exams.windows(), window -> exams.extensions(window.id()), at.now());
        var current =
                all.stream()
                        .filter(row -> !row.window().isAfter(at.now()))
                        .sorted(
                                Comparator.comparing(
                                        row -> row.window().window().closes().toInstant()))
                        .toList();
        var closed = all.stream().filter(row -> row.window().isAfter(at.now())).toList();
        var shown = new Shown(current, closed, exams.pastWindows());
        return Page.of((out, plain) -> JtewindowsGenerated.render(out, plain, at, shown));
    }

    @GetMapping("/windows/{session:20[0-9]{2}-[12]}/{province:[1-9][0-9]0000}")
    Page window(Visit at, @PathVariable String session, @PathVariable String province) {
        var which = new SessionId(session);
        var where = new DivisionCode(province);
        if (exams.find(which).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var windows = exams.windows(which, where);
        var round = windows.isEmpty() ? Round.ORDINARY : current(windows, at).round();
        var rule = exams.grounds(which, where, round);
        var asked =
                rule.grounds().stream()
                        .map(g -> new Asks(g, exams.evidence(which, where, g, round)))
                        .toList();
        var detail =
                new Detail(
                        which,
                        where,
                        WindowRow.of(windows, w -> exams.extensions(w.id()), at.now()),
                        round,
                        rule,
                        asked,
                        publications.all().stream().filter(a -> a.session().equals(which)).toList(),
                        lines(which, true),
                        lines(which, false),
                        exams.pastWindows().stream()
                                .filter(w -> w.province().map(where::equals).orElse(true))
                                .toList());
        return Page.of((out, plain) -> JtewindowGenerated.render(out, plain, at, detail));
    }

    private static WindowOnRecord current(List<WindowOnRecord> windows, Visit at) {
        return windows.stream()
                .filter(w -> !w.isAfter(at.now()))
                .findFirst()
                .orElse(windows.getLast());
    }

    private List<PastLine> lines(SessionId session, boolean own) {
        String written = session.year() + "H" + session.half();
        return exams.history().stream()
                .filter(line -> line.exam().equals("软考"))
                .filter(line -> line.session().equals(written) == own)
                .filter(line -> line.outcome() != PastLine.Outcome.NOT_KNOWN)
                .toList();
    }
}

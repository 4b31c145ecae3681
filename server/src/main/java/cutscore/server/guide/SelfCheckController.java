package cutscore.server.guide;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.web.FieldFault;
import cutscore.server.web.HomeTask;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-P2} 资格自测: four questions, one sentence. */
@Controller
@OpenToAll
class SelfCheckController {
    private static final int LONGEST = 60;

    private final Exams exams;
    private final Places places;
    private final SelfCheck check;

    SelfCheckController(Exams exams, Places places, SelfCheck check) {
        this.exams = exams;
        this.places = places;
        this.check = check;
    }

    @Bean
    static HomeTask selfCheckTask() {
        return new HomeTask(
                "/check",
                new Words("我能申报吗", "May I declare?"),
                new Words("四个问题，一句话回答，不用登录", "four questions, one sentence, no sign-in"),
                10);
    }

    /**
     * What the page shows.
     *
     * @param registered the choices where a name was not certain; likewise {@code placed}
     */
    record Shown(
            Asked asked,
            List<ExamSession> sessions,
            List<FieldFault> faults,
            List<Place> registered,
            List<Place> placed,
            Optional<Advice> advice) {}

    @GetMapping("/check")
    Page check(
            Visit at,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String sat,
            @RequestParam(defaultValue = "") String registered,
            @RequestParam(defaultValue = "") String tie,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String marks) {
        var asked = new Asked(session, sat, cut(registered), tie, cut(place), marks);
        var sessions = exams.sessions();
        if (asked.isEmpty()) {
            return page(
                    at,
                    new Shown(asked, sessions, List.of(), List.of(), List.of(), Optional.empty()));
        }
        return answer(at, asked, sessions);
    }

    private Page answer(Visit at, Asked asked, List<ExamSession> sessions) {
        var faults = new ArrayList<FieldFault>();
        var session =
                sessions.stream().filter(s -> s.id().value().equals(asked.session())).findFirst();
        if (session.isEmpty()) {
            faults.add(new FieldFault("session", new Words("请选一次考试", "Choose an exam session")));
        }
        oneOf(faults, "sat-yes", asked.sat(), List.of("yes", "no"));
        oneOf(faults, "tie-works", asked.tie(), List.of("works", "lives", "none"));
        oneOf(faults, "marks-below", asked.marks(), List.of("below", "met", "unknown"));
        var registered = new ArrayList<Place>();
        var placed = new ArrayList<Place>();
        if (session.isPresent()) {
            find(asked.registered(), "registered", session.get(), registered, faults);
            if (asked.hasTie()) {
                find(asked.place(), "place", session.get(), placed, faults);
            }
        }
        boolean certain =
                faults.isEmpty()
                        && registered.size() == 1
                        && (!asked.hasTie() || placed.size() == 1);
        var advice =
                certain
                        ? Optional.of(
                                advise(
                                        asked,
                                        session.orElseThrow().id(),
                                        registered.getFirst(),
                                        placed.stream().findFirst(),
                                        at))
                        : Optional.<Advice>empty();
        var page = page(at, new Shown(asked, sessions, faults, registered, placed, advice));
        return faults.isEmpty() ? page : page.with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Advice advise(
            Asked asked, SessionId session, Place registered, Optional<Place> placed, Visit at) {
        return check.advise(
                session,
                asked.sat().equals("yes"),
                registered,
                switch (asked.tie()) {
                    case "works" -> Optional.of(DeclaredGround.WORKS);
                    case "lives" -> Optional.of(DeclaredGround.HOUSEHOLD);
                    default -> Optional.empty();
                },
                placed,
                switch (asked.marks()) {
                    case "met" -> Optional.of(true);
                    case "below" -> Optional.of(false);
                    default -> Optional.empty();
                },
                at.now());
    }

    private void find(
            String typed,
            String field,
            ExamSession session,
            List<Place> found,
            List<FieldFault> faults) {
        if (typed.isBlank()) {
            faults.add(
                    new FieldFault(
                            field,
                            new Words("请写县的名称、拼音或代码", "Name the county: name, pinyin or code")));
            return;
        }
        switch (places.named(typed, session.firstDay())) {
            case Places.Named.One(var place) -> found.add(place);
            case Places.Named.Several(var several) -> found.addAll(several);
            case Places.Named.None() ->
                    faults.add(
                            new FieldFault(
                                    field,
                                    new Words(
                                            "没有找到“" + typed + "”，可能输错；换一种写法或写六位代码",
                                            "Nothing goes by “"
                                                    + typed
                                                    + "”, perhaps mistyped; try another spelling"
                                                    + " or the six-digit code")));
        }
    }

    private static void oneOf(
            List<FieldFault> faults, String field, String given, List<String> known) {
        if (!known.contains(given)) {
            faults.add(new FieldFault(field, new Words("请选一项", "Choose one")));
        }
    }

    private static String cut(String typed) {
        String text = typed.strip();
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                : text;
    }

    private static Page page(Visit at, Shown shown) {
        return Page.of((out, plain) -> JtecheckGenerated.render(out, plain, at, shown));
    }
}

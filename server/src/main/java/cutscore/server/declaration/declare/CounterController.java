package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.AcrossBorders;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.area.Areas;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The counter: whose papers lie there, the form filled in for them, the receipt for both. */
@Controller
@AcrossBorders("who stands at the counter may be registered anywhere")
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class CounterController {
    static final String PAGE = "/province/counter";
    static final String ONE = PAGE + "/{id}";
    private static final String REMOVE = "remove-";
    private static final int LONGEST = 120;

    private final Counter counter;
    private final CounterScans scans;
    private final Officers officers;
    private final Rosters rosters;
    private final Exams exams;
    private final Areas areas;

    CounterController(
            Counter counter,
            CounterScans scans,
            Officers officers,
            Rosters rosters,
            Exams exams,
            Areas areas) {
        this.counter = counter;
        this.scans = scans;
        this.officers = officers;
        this.rosters = rosters;
        this.exams = exams;
        this.areas = areas;
    }

    @Bean
    static DeskRoom counterDesk() {
        return new DeskRoom(
                PAGE,
                new Words("窗口代录", "Counter"),
                new Words("本人带着证件来，替他填表、扫描材料", "fill in the form for somebody who came in person"),
                140,
                Set.of(Role.REVIEWER, Role.REVIEW_LEAD));
    }

    @GetMapping(PAGE)
    Page start(Desk desk) {
        return start(desk, Optional.empty(), List.of());
    }

    private Page start(Desk desk, Optional<Counter.Papers> typed, List<FieldFault> faults) {
        var mine = counter.of(officers.current());
        var sessions = rosters.sessions();
        return Page.of(
                (out, plain) ->
                        JtecounterGenerated.render(
                                out, plain, desk, sessions, mine, typed, faults));
    }

    @PostMapping(PAGE)
    Object find(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String admissionNumber,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String name) {
        var asked = rosters.sessions().stream().filter(id -> id.value().equals(session)).findAny();
        var papers =
                new Counter.Papers(
                        asked.orElse(new SessionId("2000-1")),
                        shortened(admissionNumber),
                        shortened(identity),
                        shortened(name));
        return switch (counter.begin(papers, officers.current())) {
            case Counter.Found.Here(var begun) -> "redirect:" + CounterPage.here(begun);
            case Counter.Found.Nobody _ -> refuse(desk, papers, NOBODY);
            case Counter.Found.TooOften _ -> refuse(desk, papers, TOO_OFTEN);
        };
    }

    private Page refuse(Desk desk, Counter.Papers typed, Words why) {
        return start(desk, Optional.of(typed), List.of(new FieldFault("admissionNumber", why)))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static final Words NOBODY =
            new Words(
                    "准考证号、证件号码、姓名与名册对不上，可能输错：请对着证件再核一遍",
                    "admission number, identity number and name do not fit the roster; perhaps"
                            + " mistyped: check them against the papers");
    private static final Words TOO_OFTEN =
            new Words(
                    "一小时内对不上的次数太多，已暂停：请一小时后再试，或请同事办理",
                    "too many facts that fitted nobody within the hour: wait an hour or ask a"
                            + " colleague");

    @GetMapping(ONE)
    Page one(Desk desk, @PathVariable UUID id) {
        var officer = officers.current();
        var one = counter.mine(id, officer);
        if (!counter.isOpen(one)) {
            return closed(desk, one);
        }
        counter.look(one, LookUp.What.DECLARATION, officer);
        return page(desk, one, counter.sheet(one), List.of(), Optional.empty());
    }

    /**
     * Keeps the form with whatever was scanned; sends it when that was the button.
     *
     * @param act {@code keep}, {@code send}, or {@code remove-} and the scan to take away
     */
    @PostMapping(ONE)
    Object form(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String employer,
            @RequestParam(defaultValue = "") String signed,
            @RequestParam(defaultValue = "keep") String act,
            HttpServletRequest request,
            RedirectAttributes carried)
            throws IOException {
        var officer = officers.current();
        var one = counter.mine(id, officer);
        if (one.declaration().isPresent()) {
            return Said.then(carried, CounterPage.here(one), ARRIVED);
        }
        if (!counter.isOpen(one)) {
            return closed(desk, one).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        counter.look(one, LookUp.What.DECLARATION, officer);
        var refusedScans = scans.take(one, request);
        var sheet = counter.save(one, answers(ground, place, shortened(employer)));
        if (!refusedScans.isEmpty()) {
            return page(desk, one, sheet, refusedScans, Optional.empty())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!act.equals("send")) {
            return Said.then(carried, CounterPage.here(one), kept(one, act));
        }
        return switch (counter.send(one, signed.equals("yes"), officer)) {
            case Counter.Sent.Arrived _ -> Said.then(carried, CounterPage.here(one), ARRIVED);
            case Counter.Sent.Incomplete(var faults) ->
                    page(desk, one, sheet, faults, Optional.empty())
                            .with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Counter.Sent.Refused(var why, var number) ->
                    page(desk, one, sheet, List.of(), Optional.of(numbered(why, number)))
                            .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static final Words ARRIVED =
            new Words("申报已到达，请打印回执", "it has arrived: print the receipt");

    private Page closed(Desk desk, CounterCase one) {
        var receipt = counter.receipt(one);
        return Page.of(
                (out, plain) -> JtecounterclosedGenerated.render(out, plain, desk, one, receipt));
    }

    private Words kept(CounterCase one, String act) {
        return act.startsWith(REMOVE)
                ? scans.remove(one, act.substring(REMOVE.length()))
                : new Words("已保存", "saved");
    }

    private static Words numbered(Words why, int number) {
        return new Words(why.zh() + "（编号 " + number + "）", why.en() + " (no. " + number + ")");
    }

    /**
     * The roster's facts were confirmed by the papers; the evidence is scanned on the same page.
     */
    private static Answers answers(String ground, String place, String employer) {
        var chosen =
                Arrays.stream(DeclaredGround.values())
                        .filter(one -> one.name().equals(ground))
                        .findFirst();
        boolean registered = chosen.equals(Optional.of(DeclaredGround.REGISTERED));
        var county =
                registered || !place.matches("[1-9]\\d{5}")
                        ? Optional.<DivisionCode>empty()
                        : Optional.of(new DivisionCode(place));
        boolean works = chosen.equals(Optional.of(DeclaredGround.WORKS));
        return new Answers(true, chosen, county, works ? employer : "", true);
    }

    private static String shortened(String typed) {
        var stripped = typed.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    private Page page(
            Desk desk,
            CounterCase one,
            Sheet sheet,
            List<FieldFault> faults,
            Optional<Words> refused) {
        var firstDay = exams.find(one.session()).orElseThrow().firstDay();
        var view =
                new CounterPage(
                        one, sheet, areas.inForce(one.province(), firstDay), faults, refused);
        return Page.of((out, plain) -> JtecountercaseGenerated.render(out, plain, desk, view));
    }
}

package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.AppealSetting;
import cutscore.server.declaration.Appeals;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.web.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether the own province has another officer look again at what it rejected: a setting. */
@Controller
@For(Role.REVIEW_LEAD)
class AppealsController {
    private static final String PAGE = "/province/appeals";

    private final Appeals appeals;
    private final Exams exams;
    private final Officers officers;

    AppealsController(Appeals appeals, Exams exams, Officers officers) {
        this.appeals = appeals;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom appealsDesk() {
        return new DeskRoom(
                PAGE,
                new Words("申诉规定", "Appeals"),
                new Words(
                        "驳回以后能不能申诉、几天内、依据什么",
                        "whether a rejection can be appealed, within how many days"),
                125,
                Set.of(Role.REVIEW_LEAD));
    }

    /** What was typed. */
    record Typed(String session, String days, String basis) {}

    /** Every session with what was set for it, the one in force first. */
    record View(Map<SessionId, List<AppealSetting>> settings, Typed typed, List<Fault> faults) {}

    @GetMapping(PAGE)
    Page page(Desk desk) {
        return page(desk, new Typed("", "", ""), List.of());
    }

    private Page page(Desk desk, Typed typed, List<Fault> faults) {
        var by = officers.current();
        var settings = new LinkedHashMap<SessionId, List<AppealSetting>>();
        exams.sessions().stream()
                .map(ExamSession::id)
                .sorted(Comparator.reverseOrder())
                .forEach(session -> settings.put(session, appeals.settings(session, by)));
        var view = new View(settings, typed, faults);
        return Page.of((out, plain) -> JteappealsGenerated.render(out, plain, desk, view));
    }

    @PostMapping(PAGE)
    Object set(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String basis,
            RedirectAttributes carried) {
        try {
            var set = appeals.set(session(session), number(days), basis, officers.current());
            return Said.then(
                    carried,
                    PAGE,
                    new Words(
                            "已记录，存证序号 " + set.ledgerIndex(),
                            "recorded, ledger index " + set.ledgerIndex()));
        } catch (Unreadable refused) {
            return page(desk, new Typed(session, days, basis), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static SessionId session(String typed) {
        try {
            return new SessionId(typed);
        } catch (IllegalArgumentException mistyped) {
            var words = new Words("请选择考试", "choose the exam session");
            throw new Unreadable(Fault.of("APPEAL", words, words));
        }
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : -1;
    }
}

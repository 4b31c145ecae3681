package cutscore.server.declaration.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Assignments;
import cutscore.server.declaration.Workload;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S13}: a lead sees what lies with whom, deals it out evenly, hands it over. */
@Controller
@For(Role.REVIEW_LEAD)
class PeopleController {
    private static final String PEOPLE = "/province/people";

    private final Assignments assignments;
    private final Officers officers;

    PeopleController(Assignments assignments, Officers officers) {
        this.assignments = assignments;
        this.officers = officers;
    }

    @Bean
    static DeskRoom peopleDesk() {
        return new DeskRoom(
                PEOPLE,
                new Words("人员分工", "Who does what"),
                new Words("谁手上有多少件：均分、移交", "what lies with whom: deal out evenly, hand over"),
                105,
                Set.of(Role.REVIEW_LEAD));
    }

    /**
     * The page.
     *
     * @param nobodys how many wait that nobody has
     */
    record View(List<Workload> people, int nobodys, String province) {
        /** Reviewers alone are dealt to. */
        boolean hasReviewers() {
            return people.stream().anyMatch(one -> one.officer().roles().contains(Role.REVIEWER));
        }
    }

    @GetMapping(PEOPLE)
    Page people(Desk desk) {
        var lead = officers.current();
        var view =
                new View(
                        assignments.workloads(lead),
                        assignments.nobodys(lead),
                        lead.province().map(Divisions.builtIn()::fullName).orElse(""));
        return Page.of((out, plain) -> JtepeopleGenerated.render(out, plain, desk, view));
    }

    @PostMapping(PEOPLE + "/balance")
    String balance(RedirectAttributes carried) {
        int moved = assignments.balance(officers.current());
        return Said.then(
                carried,
                PEOPLE,
                new Words("已均分：" + moved + " 件换了人", "dealt out: " + moved + " changed hands"));
    }

    @PostMapping(PEOPLE + "/handover")
    String handOver(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes carried) {
        int moved =
                assignments.handOver(
                        officer(from),
                        Optional.of(to).filter(id -> !id.isEmpty()).map(PeopleController::officer),
                        officers.current());
        return Said.then(
                carried, PEOPLE, new Words("已移交 " + moved + " 件", "handed over: " + moved));
    }

    private static UUID officer(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException mistyped) {
            var words = new Words("请选择一名工作人员", "choose an officer");
            throw new Unreadable(Fault.of("HAND_OVER_WHOSE", words, words));
        }
    }
}

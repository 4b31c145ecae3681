package cutscore.server.exam.desk;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.exam.Exams;
import cutscore.server.exam.ProposedSession;
import cutscore.server.exam.desk.SessionsDesk.Choice;
import cutscore.server.exam.desk.SessionsDesk.OfLevel;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Opening an exam session: one publisher proposes what it holds, another confirms. */
@Controller
@For(Role.PUBLISHER)
class SessionsController {
    private static final String LIST = "/national/sessions";

    private final Exams exams;
    private final Officers officers;

    SessionsController(Exams exams, Officers officers) {
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom sessionsDesk() {
        return new DeskRoom(
                LIST,
                new Words("考次", "Exam sessions"),
                new Words("提出开考一个考次，另一人确认", "propose to open an exam session; another confirms"),
                190,
                Set.of(Role.PUBLISHER));
    }

    @GetMapping(LIST)
    Page sessions(Desk desk) {
        var today = desk.at().today();
        return list(
                desk,
                Integer.toString(today.getYear()),
                today.getMonthValue() <= 6 ? "1" : "2",
                List.of());
    }

    @GetMapping(LIST + "/new")
    Object draft(
            Desk desk,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String half) {
        var faults = SessionForm.none();
        var form = new SessionForm(year, half, "", List.of());
        var session = form.session(faults);
        if (session.isEmpty()) {
            return list(desk, year, half, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return draft(desk, session.get(), onRecord(session.get()), faults);
    }

    @PostMapping(LIST)
    Object propose(
            Desk desk,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String half,
            @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(required = false) List<String> offered,
            RedirectAttributes carried) {
        var ticked = offered == null ? List.<String>of() : offered;
        var form = new SessionForm(year, half, firstDay, ticked);
        var faults = SessionForm.none();
        var draft = form.read(faults);
        if (draft.isPresent()) {
            try {
                exams.proposeSession(draft.get(), officers.current());
                return Said.then(
                        carried,
                        LIST,
                        new Words("已提出，等另一人确认", "proposed; another officer confirms it"));
            } catch (Unreadable refused) {
                if (refused.faults().getFirst().code().equals(Exams.OPEN_AS_WANTED)) {
                    return Said.then(carried, LIST, refused.faults().getFirst().what());
                }
                refused.faults().forEach(fault -> faults.add(beside(fault)));
            }
        }
        var which = form.session(SessionForm.none());
        return which.map(session -> draft(desk, session, form, faults))
                .orElseGet(() -> list(desk, year, half, faults))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(LIST + "/proposals/{proposal}")
    @StepUp
    Object confirm(Desk desk, @PathVariable UUID proposal, RedirectAttributes carried) {
        try {
            var opened = exams.confirmSession(proposal, officers.current());
            return Said.then(
                    carried,
                    LIST,
                    new Words(
                            opened.id().chinese() + "已开考，并记入存证",
                            opened.id() + " is open; the act is in the ledger"));
        } catch (Unreadable refused) {
            return refused(desk, refused);
        }
    }

    @PostMapping(LIST + "/proposals/{proposal}/removal")
    Object drop(Desk desk, @PathVariable UUID proposal, RedirectAttributes carried) {
        try {
            exams.dropSession(proposal, officers.current());
            return Said.then(carried, LIST, new Words("提议已撤下", "the proposal is dropped"));
        } catch (Unreadable refused) {
            return refused(desk, refused);
        }
    }

    private Page refused(Desk desk, Unreadable refused) {
        var faults = refused.faults().stream().map(SessionsController::beside).toList();
        return list(desk, "", "1", faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static FieldFault beside(Fault fault) {
        String field =
                switch (fault.code()) {
                    case "FIRST_DAY" -> "firstDay";
                    case "OFFERED", "UNKNOWN_QUALIFICATION" -> "offered";
                    default -> "sessions";
                };
        return new FieldFault(
                field,
                new Words(
                        fault.what().zh() + "；" + fault.mend().zh(),
                        fault.what().en() + "; " + fault.mend().en()));
    }

    private Page list(Desk desk, String year, String half, List<FieldFault> faults) {
        var me = officers.current();
        var waiting = exams.proposedSessions().stream().map(p -> waiting(p, me)).toList();
        var view = new SessionsDesk(waiting, exams.sessions(), year, half, faults);
        return Page.of((out, plain) -> JtesessionsGenerated.render(out, plain, desk, view));
    }

    private SessionsDesk.Waiting waiting(ProposedSession proposal, Officer me) {
        String proposer = officers.find(proposal.by()).map(Officer::name).orElse("");
        var against = new ArrayList<Words>();
        var draft = proposal.draft();
        for (Qualification one : Qualifications.builtIn().all()) {
            boolean offered = draft.offered().contains(one.name());
            exams.held(draft.id(), one.name())
                    .filter(held -> held != offered)
                    .ifPresent(held -> against.add(differs(one.name(), held)));
        }
        return new SessionsDesk.Waiting(proposal, proposer, proposal.by().equals(me.id()), against);
    }

    private static Words differs(String name, boolean held) {
        return held
                ? new Words(
                        name + "：有记录说开考，提议里没有", name + ": on record as held, not in the proposal")
                : new Words(name + "：有记录说不开考，提议里有", name + ": on record as not held, yet proposed");
    }

    private SessionForm onRecord(SessionId session) {
        var held =
                Qualifications.builtIn().all().stream()
                        .map(Qualification::name)
                        .filter(name -> exams.held(session, name).orElse(false))
                        .toList();
        return new SessionForm(
                Integer.toString(session.year()), Integer.toString(session.half()), "", held);
    }

    private Page draft(Desk desk, SessionId session, SessionForm form, List<FieldFault> faults) {
        Map<String, List<Choice>> levels = new LinkedHashMap<>();
        for (Qualification one : Qualifications.builtIn().all()) {
            var record =
                    exams.held(session, one.name())
                            .map(SessionsController::words)
                            .orElse(new Words("", ""));
            levels.computeIfAbsent(one.level().name(), _ -> new ArrayList<>())
                    .add(new Choice(one, form.offered().contains(one.name()), record));
        }
        var of = levels.entrySet().stream().map(e -> new OfLevel(e.getKey(), e.getValue()));
        var view = new SessionsDesk.Draft(session, form, of.toList(), faults);
        return Page.of((out, plain) -> JtesessionGenerated.render(out, plain, desk, view));
    }

    private static Words words(boolean held) {
        return held
                ? new Words("有记录：本次开考", "on record: held this time")
                : new Words("有记录：本次不开考", "on record: not held this time");
    }
}

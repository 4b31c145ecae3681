package cutscore.server.exam.desk;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Map;
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

/** {@code ui-S11}: who announces or extends a window, and what citizens will read of it. */
@Controller
@For({Role.REVIEW_LEAD, Role.PUBLISHER})
class WindowsController {
    private static final String LIST = "/province/windows";

    private final Exams exams;
    private final Officers officers;

    WindowsController(Exams exams, Officers officers) {
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom windowsDesk() {
        return new DeskRoom(
                LIST,
                new Words("申报时间", "Windows"),
                new Words("公布、延长申报时间，另一人确认", "announce or extend a window; another confirms"),
                210,
                Set.of(Role.REVIEW_LEAD, Role.PUBLISHER));
    }

    @GetMapping(LIST)
    Page windows(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "ORDINARY") String round,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            @RequestParam(defaultValue = "") String circular) {
        var form = new WindowForm(session, province, round, opens, closes, "0", "0", circular);
        return page(desk, form, "", "", "", List.of());
    }

    @PostMapping(LIST)
    Object propose(Desk desk, @RequestParam Map<String, String> typed, RedirectAttributes carried) {
        var form = WindowForm.of(typed);
        var faults = WindowForm.none();
        var draft = form.read(faults);
        if (draft.isPresent()) {
            try {
                exams.proposeWindow(draft.get(), officers.current());
                return Said.then(
                        carried,
                        LIST,
                        new Words("已提出，等另一人确认", "proposed; another officer confirms it"));
            } catch (Unreadable refused) {
                refused.faults().forEach(fault -> faults.add(beside("session", fault)));
            }
        }
        return page(desk, form, "", "", "", faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(LIST + "/proposals/{proposal}")
    @StepUp
    String confirm(@PathVariable UUID proposal, RedirectAttributes carried) {
        exams.confirmWindow(proposal, officers.current());
        return Said.then(carried, LIST, new Words("申报时间已公布", "the window is announced"));
    }

    @PostMapping(LIST + "/{window}/extension")
    Object proposeExtension(
            Desk desk,
            @PathVariable UUID window,
            @RequestParam(defaultValue = "") String closes,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes carried) {
        var faults = WindowForm.none();
        var later =
                WindowForm.read(
                        faults,
                        "closes-" + window,
                        closes,
                        WindowForm::beijing,
                        WindowForm.NOT_A_TIME);
        if (later.isPresent()) {
            try {
                exams.proposeExtension(
                        window, later.get(), Optional.empty(), reason, officers.current());
                return Said.then(
                        carried,
                        LIST,
                        new Words(
                                "已提出延长，等另一人确认", "extension proposed; another officer confirms it"));
            } catch (Unreadable refused) {
                refused.faults().forEach(fault -> faults.add(beside("closes-" + window, fault)));
            }
        }
        return page(desk, WindowForm.EMPTY, window.toString(), closes, reason, faults)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(LIST + "/extensions/{proposal}")
    @StepUp
    String confirmExtension(@PathVariable UUID proposal, RedirectAttributes carried) {
        exams.confirmExtension(proposal, officers.current());
        return Said.then(carried, LIST, new Words("申报时间已延长", "the window is extended"));
    }

    private static FieldFault beside(String field, Fault fault) {
        return new FieldFault(
                field,
                new Words(
                        fault.what().zh() + "；" + fault.mend().zh(),
                        fault.what().en() + "; " + fault.mend().en()));
    }

    private Page page(
            Desk desk,
            WindowForm form,
            String extending,
            String closes,
            String reason,
            List<FieldFault> faults) {
        var mine = exams.windows().stream().filter(w -> isMine(desk, w)).toList();
        var extensions =
                exams.proposedExtensions().stream()
                        .flatMap(
                                e ->
                                        exams.findWindow(e.window()).stream()
                                                .map(w -> new WindowsDesk.Waiting(e, w)))
                        .filter(waiting -> isMine(desk, waiting.window()))
                        .toList();
        var proposed =
                exams.proposedWindows().stream()
                        .filter(p -> serves(desk, p.draft().province()))
                        .toList();
        var provinces =
                Divisions.builtIn().provinces().stream()
                        .filter(p -> serves(desk, p.code()))
                        .toList();
        var view =
                new WindowsDesk(
                        mine,
                        proposed,
                        extensions,
                        exams.sessions(),
                        provinces,
                        form,
                        extending,
                        closes,
                        reason,
                        faults);
        return Page.of((out, plain) -> JtewindowsGenerated.render(out, plain, desk, view));
    }

    private static boolean isMine(Desk desk, WindowOnRecord window) {
        return serves(desk, window.province());
    }

    private static boolean serves(Desk desk, DivisionCode province) {
        return desk.has(Role.PUBLISHER) || desk.province().equals(Optional.of(province));
    }
}

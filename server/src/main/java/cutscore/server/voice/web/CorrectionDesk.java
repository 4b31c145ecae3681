package cutscore.server.voice.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.voice.Correction;
import cutscore.server.voice.Corrections;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A province's requests for corrections: the list shows nobody, one request shows its person. */
@Controller
@For(Role.REVIEW_LEAD)
class CorrectionDesk {
    private static final String LIST = "/province/corrections";
    private static final String ONE = LIST + "/{id}";

    private final Corrections corrections;
    private final Officers officers;
    private final LookUps lookUps;

    CorrectionDesk(Corrections corrections, Officers officers, LookUps lookUps) {
        this.corrections = corrections;
        this.officers = officers;
        this.lookUps = lookUps;
    }

    @Bean
    static DeskRoom correctionRoom() {
        return new DeskRoom(
                LIST,
                new Words("更正申请", "Corrections"),
                new Words(
                        "核对考生提出的资料错误，逐件答复", "facts that examinees dispute: check and answer each"),
                130,
                Set.of(Role.REVIEW_LEAD));
    }

    /** Those that wait and those answered. */
    record Queue(List<Correction> waiting, List<Correction> answered) {}

    @GetMapping(LIST)
    Page list(Desk desk) {
        var officer = officers.current();
        var province = province(officer);
        var queue =
                new Queue(
                        corrections.queue(province, true, officer),
                        corrections.queue(province, false, officer));
        return Page.of((out, plain) -> JtecorrectionlistGenerated.render(out, plain, desk, queue));
    }

    @GetMapping(ONE)
    Page one(Desk desk, @PathVariable UUID id) {
        var officer = officers.current();
        var asked = corrections.find(id, officer);
        lookUps.note(
                asked.session(),
                asked.admissionNumber(),
                LookUp.What.CORRECTION,
                Role.REVIEW_LEAD,
                officer);
        return Page.of((out, plain) -> JtecorrectionGenerated.render(out, plain, desk, asked));
    }

    @PostMapping(ONE)
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String task,
            RedirectAttributes carried) {
        var given =
                corrections.answer(id, outcome.equals("accept"), reason, task, officers.current());
        return Said.then(
                carried,
                LIST,
                new Words("已答复：" + given.state().zh(), "answered: " + given.state().en()));
    }

    static DivisionCode province(Officer officer) {
        return officer.province()
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        new Words("你的账号没有省份", "your account has no province")));
    }
}

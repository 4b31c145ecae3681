package cutscore.server.certificate.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.certificate.TouchedCertificates;
import cutscore.server.certificate.TouchedCertificates.Touched;
import cutscore.server.line.Downstream;
import cutscore.server.line.LineRefused;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which certificates a correction would touch. Asked by POST, for it names people; no act. */
@Controller
@For(Role.ANALYST)
class TouchedController {
    private static final String PAGE = "/certificates/touched";

    private final TouchedCertificates touched;
    private final Lines lines;
    private final Officers officers;

    TouchedController(TouchedCertificates touched, Lines lines, Officers officers) {
        this.touched = touched;
        this.lines = lines;
        this.officers = officers;
    }

    @Bean
    static DeskRoom touchedDesk() {
        return new DeskRoom(
                PAGE,
                new Words("更正触及的证书", "Certificates touched"),
                new Words(
                        "假设一项更正，看哪些证书会失去依据；什么都不改动",
                        "assume a correction: which certificates would lose their ground"),
                420,
                Set.of(Role.ANALYST));
    }

    @Bean
    static Downstream touchedFurther() {
        return new Downstream(PAGE, new Words("看会触及哪些证书", "See which certificates it would touch"));
    }

    @GetMapping(PAGE)
    Page form(Desk desk) {
        return page(desk, new TouchedView(published(), "", "", Optional.empty(), List.of()));
    }

    @PostMapping(PAGE)
    Page touched(
            Desk desk,
            @RequestParam(defaultValue = "") String proposal,
            @RequestParam(defaultValue = "") String changes) {
        try {
            var answer = answer(proposal, changes);
            return page(
                    desk,
                    new TouchedView(
                            published(), proposal, changes, Optional.of(answer), List.of()));
        } catch (Unreadable refused) {
            var view =
                    new TouchedView(
                            published(), proposal, changes, Optional.empty(), refused.faults());
            return page(desk, view).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Touched answer(String proposal, String changes) {
        try {
            var id = new ProposalId(UUID.fromString(proposal.strip()));
            return touched.by(id, changes, officers.current())
                    .orElseThrow(TouchedController::notPublished);
        } catch (IllegalArgumentException mistyped) {
            var words = new Words("请选择一条标准线", "choose one of the lines");
            throw new Unreadable(Fault.of("PROPOSAL", words, words));
        } catch (LineRefused refused) {
            throw new Unreadable(
                    Fault.of("REFUSAL_" + refused.why().code(), refused.words(), refused.words()));
        }
    }

    private static Unreadable notPublished() {
        var words =
                new Words(
                        "这条线没有公布，没有按它发放的证书",
                        "this line is not published: no certificate was issued by it");
        return new Unreadable(Fault.of("LINE_NOT_PUBLISHED", words, words));
    }

    private List<LineState> published() {
        return lines.all().stream().filter(LineState.Published.class::isInstance).toList();
    }

    private static Page page(Desk desk, TouchedView view) {
        return Page.of((out, plain) -> JtetouchedGenerated.render(out, plain, desk, view));
    }
}

package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.Recounts;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Why an examinee is in or out of a proposed line. The admission number is posted, never addressed.
 */
@Controller
@For(Role.ANALYST)
class ExplainController {
    private static final String PAGE = "/national/{id}/explain";
    private static final int LONGEST = 32;

    private final Lines lines;
    private final Recounts recounts;
    private final Officers officers;
    private final LookUps lookUps;

    ExplainController(Lines lines, Recounts recounts, Officers officers, LookUps lookUps) {
        this.lines = lines;
        this.recounts = recounts;
        this.officers = officers;
        this.lookUps = lookUps;
    }

    @GetMapping(PAGE)
    Page form(Desk desk, @PathVariable UUID id) {
        return page(desk, ExplainView.asking(found(id)));
    }

    @PostMapping(PAGE)
    Page explain(Desk desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String number) {
        var state = found(id);
        String typed = number.strip();
        if (typed.isEmpty() || typed.codePointCount(0, typed.length()) > LONGEST) {
            return refused(
                    desk,
                    state,
                    new Words(
                            "请填写准考证号，1 到 32 个字符", "fill in an admission number of 1 to 32 signs"));
        }
        var explained =
                Told.told(() -> recounts.explain(new ProposalId(id), typed, officers.current()));
        explained.ifPresent(
                _ ->
                        lookUps.note(
                                state.proposal().rule().session(),
                                typed,
                                LookUp.What.EXPLANATION,
                                List.of(Role.ANALYST, Role.PUBLISHER, Role.CLEARING_OFFICER),
                                officers.current()));
        return explained
                .map(one -> page(desk, ExplainView.answering(state, one)))
                .orElseGet(
                        () ->
                                refused(
                                        desk,
                                        state,
                                        new Words(
                                                "名册里没有这个准考证号，请核对",
                                                "nobody on the roster has this number: check it")));
    }

    private static Page refused(Desk desk, LineState state, Words what) {
        var view =
                new ExplainView(state, Optional.empty(), List.of(new FieldFault("number", what)));
        return page(desk, view).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page page(Desk desk, ExplainView view) {
        return Page.of((out, plain) -> JteexplainGenerated.render(out, plain, desk, view));
    }

    private LineState found(UUID id) {
        return lines.find(new ProposalId(id))
                .orElseThrow(() -> new NoSuchElementException("no such proposal"));
    }
}

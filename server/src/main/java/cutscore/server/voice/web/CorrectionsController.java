package cutscore.server.voice.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.Corrections;
import cutscore.server.voice.Fact;
import cutscore.server.voice.web.CorrectionsView.Typed;
import cutscore.server.web.Page;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-C15}: a fact of the roster is wrong. */
@Controller
@For(Role.EXAMINEE)
class CorrectionsController {
    private static final String PAGE = "/me/corrections";

    private final ExamineeAccounts examinees;
    private final Corrections corrections;
    private final Rosters rosters;
    private final Entropy entropy;

    CorrectionsController(
            ExamineeAccounts examinees, Corrections corrections, Rosters rosters, Entropy entropy) {
        this.examinees = examinees;
        this.corrections = corrections;
        this.rosters = rosters;
        this.entropy = entropy;
    }

    @GetMapping(PAGE)
    Page page(Desk desk, @RequestParam(defaultValue = "") String fact) {
        return page(desk, fact(fact), Typed.NOTHING, entropy.id().toString(), List.of());
    }

    @PostMapping(PAGE)
    Object ask(
            Desk desk,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes carried) {
        var who = examinees.current();
        try {
            corrections.ask(who.session(), who.admissionNumber(), fact(fact), wanted, why, key);
        } catch (Unreadable refused) {
            boolean used =
                    refused.faults().stream()
                            .anyMatch(fault -> fault.code().equals(Corrections.KEY_USED));
            String next = used ? entropy.id().toString() : key;
            return page(desk, fact(fact), new Typed(wanted, why), next, refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Said.then(
                carried,
                PAGE,
                new Words(
                        "申请已收到，等报名地的省级考试机构核对",
                        "received: the exam body of the province where you registered checks it"));
    }

    private Page page(Desk desk, Fact fact, Typed typed, String key, List<Fault> faults) {
        var who = examinees.current();
        var view =
                new CorrectionsView(
                        rosters.find(who.session(), who.admissionNumber()),
                        corrections.of(who.session(), who.admissionNumber()),
                        fact,
                        typed,
                        key);
        return Page.of(
                (out, plain) -> JtecorrectionsGenerated.render(out, plain, desk, view, faults));
    }

    private static Fact fact(String asked) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.name().equals(asked))
                .findFirst()
                .orElse(Fact.NAME);
    }
}

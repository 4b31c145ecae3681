package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Reason;
import cutscore.server.declaration.Reasons;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S7}: the library of reasons, with how often each was used. */
@Controller
@For(Role.REVIEW_LEAD)
class ReasonsController {
    private static final String PAGE = "/province/reasons";

    private final Reasons reasons;
    private final Officers officers;

    ReasonsController(Reasons reasons, Officers officers) {
        this.reasons = reasons;
        this.officers = officers;
    }

    @Bean
    static DeskRoom reasonsDesk() {
        return new DeskRoom(
                PAGE,
                new Words("补正原因库", "Reasons"),
                new Words("退回和不予通过的常用理由、条款、用了多少次", "reasons with their clauses, and their uses"),
                120,
                Set.of(Role.REVIEW_LEAD));
    }

    /** What was typed. */
    record Typed(String verdict, String words, String clause) {}

    @GetMapping(PAGE)
    Page page(Desk desk) {
        return page(desk, new Typed("RETURN", "", ""), List.of());
    }

    private Page page(Desk desk, Typed typed, List<Fault> faults) {
        var all = reasons.all(BenchPages.province(officers.current()));
        int most = all.stream().mapToInt(Reason::uses).max().orElse(0);
        return Page.of(
                (out, plain) ->
                        JtelibraryGenerated.render(out, plain, desk, all, most, typed, faults));
    }

    @PostMapping(PAGE)
    Object add(
            Desk desk,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String clause,
            RedirectAttributes carried) {
        var kind = verdict.equals("REJECT") ? Reason.Verdict.REJECT : Reason.Verdict.RETURN;
        try {
            reasons.add(kind, words, clause, officers.current());
        } catch (Unreadable refused) {
            return page(desk, new Typed(kind.name(), words, clause), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Said.then(carried, PAGE, new Words("已加入本省的理由", "added for your province"));
    }

    @PostMapping(PAGE + "/{id}/retirement")
    String retire(@PathVariable String id, RedirectAttributes carried) {
        boolean done = reasons.retire(id, officers.current());
        return Said.then(
                carried,
                PAGE,
                done
                        ? new Words("已停用；用过的地方不变", "retired; where it was used it stays")
                        : new Words("这一条不能停用", "this one cannot be retired"));
    }
}

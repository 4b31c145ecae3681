package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.AcrossBorders;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Bench;
import cutscore.server.declaration.Decision;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Reasons;
import cutscore.server.declaration.ReviewOutcome;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S3}: one case after the other, decided, taken back within ten seconds. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class BenchController {
    private static final String BENCH = Standpoint.BENCH;
    private static final String HELD = BENCH + "/held/{held}";

    private final BenchPages pages;
    private final BenchCases cases;
    private final Bench bench;
    private final Reasons reasons;
    private final Officers officers;

    BenchController(
            BenchPages pages, BenchCases cases, Bench bench, Reasons reasons, Officers officers) {
        this.pages = pages;
        this.cases = cases;
        this.bench = bench;
        this.reasons = reasons;
        this.officers = officers;
    }

    @Bean
    static DeskRoom benchDesk() {
        return new DeskRoom(
                BENCH,
                new Words("审核台", "Review bench"),
                new Words(
                        "一件接一件：资料、材料、名册对照，键盘可用，十秒内可撤销",
                        "case after case beside the roster, by keyboard, with ten seconds to undo"),
                95,
                Set.of(Role.REVIEWER, Role.REVIEW_LEAD));
    }

    /** Session, pile and manner, as the address or a form says. */
    private Optional<Standpoint> at(String session, String pile, String now, Officer by) {
        return pages.session(session, by)
                .map(id -> new Standpoint(id, Standpoint.pile(pile), now.equals("yes")));
    }

    @GetMapping(BENCH)
    Page bench(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String pile,
            @RequestParam(defaultValue = "") String now,
            @RequestParam(name = "case", defaultValue = "") String open,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String from) {
        var by = officers.current();
        var at = at(session, pile, now, by);
        if (at.isEmpty()) {
            return Page.of((out, plain) -> JteemptyGenerated.render(out, plain, desk));
        }
        var id =
                Standpoint.id(open)
                        .or(() -> cases.byReceipt(receipt, by))
                        .or(() -> pages.first(at.get(), Standpoint.id(from), by));
        return pages.page(desk, at.get(), id, by, BenchView.Typed.NOTHING, List.of());
    }

    /** What is held, for the script alone. */
    @GetMapping(BENCH + "/held")
    Page held(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String pile,
            @RequestParam(defaultValue = "") String now) {
        var by = officers.current();
        return pages.held(desk, at(session, pile, now, by).orElseThrow(), by);
    }

    @PostMapping(BENCH + "/{id}")
    Object decide(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "X-Bench", required = false) @Nullable String script,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        try {
            var decision =
                    TypedDecision.read(form, one -> reasons.find(BenchPages.province(by), one));
            var said = decide(declaration, decision, at, by);
            return script != null
                    ? pages.held(desk, at, by)
                    : Said.then(carried, at.after(declaration), said);
        } catch (Unreadable refused) {
            return refused(desk, at, declaration, by, form, refused.faults());
        }
    }

    private Words decide(DeclarationId id, Decision decision, Standpoint at, Officer by) {
        if (!at.atOnce()) {
            bench.hold(id, decision, by).ifPresent(BenchController::refuse);
            return new Words(
                    "已记下：" + BenchView.verdict(decision.review()).zh() + "，十秒内可以撤销",
                    "held: " + BenchView.verdict(decision.review()).en() + "; ten seconds to undo");
        }
        return switch (bench.decide(id, decision, by)) {
            case ReviewOutcome.Reviewed(_, var stage, var index) ->
                    new Words(
                            "已记录：" + stage.words().zh() + "，存证序号 " + index,
                            "recorded: " + stage.words().en() + ", ledger index " + index);
            case ReviewOutcome.NotReviewed(_, var why) -> throw refusal(why);
        };
    }

    @PostMapping(HELD + "/undo")
    String undo(
            @PathVariable UUID held,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var which = bench.held(by).stream().filter(one -> one.id().equals(held)).findFirst();
        boolean undone = bench.takeBack(held, by);
        var said =
                undone
                        ? new Words("已撤销，没有留下任何记录", "taken back; nothing was recorded")
                        : new Words("来不及了：已经记录", "too late: it is recorded");
        return Said.then(
                carried, which.map(one -> at.on(one.declaration())).orElse(at.here()), said);
    }

    @PostMapping(HELD + "/now")
    String now(
            @PathVariable UUID held,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var said =
                switch (bench.recordNow(held, by)) {
                    case ReviewOutcome.Reviewed(_, var stage, var index) ->
                            new Words(
                                    "已记录：" + stage.words().zh() + "，存证序号 " + index,
                                    "recorded: " + stage.words().en() + ", ledger index " + index);
                    case ReviewOutcome.NotReviewed(_, var why) -> why.words();
                };
        return Said.then(carried, at.here(), said);
    }

    @PostMapping(BENCH + "/{id}/doubt")
    Object doubt(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        try {
            bench.doubt(declaration, TypedDecision.text(form, "note"), by)
                    .ifPresent(BenchController::refuse);
        } catch (Unreadable refused) {
            return refused(desk, at, declaration, by, form, refused.faults());
        }
        return Said.then(
                carried,
                at.after(declaration),
                new Words("已列为存疑，由另一人审核", "put on the doubtful pile for a colleague"));
    }

    @PostMapping(BENCH + "/{id}/no-doubt")
    String noDoubt(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        boolean done = bench.noDoubt(declaration, by);
        return Said.then(
                carried,
                standpoint(form, by).on(declaration),
                done
                        ? new Words("已取消存疑", "no longer on the doubtful pile")
                        : new Words("不是你列的存疑", "somebody else put it there"));
    }

    @PostMapping(BENCH + "/{id}/recusal")
    String recuse(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        bench.recuse(declaration, by);
        return Said.then(
                carried,
                standpoint(form, by).after(declaration),
                new Words("已记下回避：这个人的申报不再给你看", "noted: this person's cases are not shown to you"));
    }

    @PostMapping(BENCH + "/{id}/second-look")
    Object look(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        boolean stands = TypedDecision.text(form, "stands").equals("yes");
        try {
            bench.look(declaration, stands, TypedDecision.text(form, "note"), by)
                    .ifPresent(BenchController::refuse);
        } catch (Unreadable refused) {
            return refused(desk, at, declaration, by, form, refused.faults());
        }
        return Said.then(
                carried,
                at.after(declaration),
                stands
                        ? new Words("复核：维持通过", "looked again: it stands")
                        : new Words("复核有疑，交负责人", "doubted; it goes to a lead"));
    }

    @For(Role.REVIEW_LEAD)
    @AcrossBorders("whether an award rests on the approval is the centre's to know")
    @PostMapping(BENCH + "/{id}/reopening")
    Object reopen(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes carried) {
        var by = officers.current();
        var at = standpoint(form, by);
        var declaration = new DeclarationId(id);
        cases.mine(declaration, by);
        try {
            bench.reopen(declaration, TypedDecision.text(form, "note"), by)
                    .ifPresent(BenchController::refuse);
        } catch (Unreadable refused) {
            return refused(desk, at, declaration, by, form, refused.faults());
        }
        return Said.then(
                carried,
                at.after(declaration),
                new Words("已退回待审，由另一人审核", "it waits for review again, by another officer"));
    }

    private Page refused(
            Desk desk,
            Standpoint at,
            DeclarationId id,
            Officer by,
            MultiValueMap<String, String> form,
            List<Fault> faults) {
        var typed =
                new BenchView.Typed(
                        TypedDecision.text(form, "verdict"),
                        TypedDecision.text(form, "reason"),
                        TypedDecision.text(form, "clause"),
                        TypedDecision.text(form, "note"));
        return pages.page(desk, at, Optional.of(id), by, typed, faults)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Standpoint standpoint(MultiValueMap<String, String> form, Officer by) {
        return at(
                        TypedDecision.text(form, "session"),
                        TypedDecision.text(form, "pile"),
                        TypedDecision.text(form, "now"),
                        by)
                .orElseThrow();
    }

    private static void refuse(ReviewOutcome.Why why) {
        throw refusal(why);
    }

    private static Unreadable refusal(ReviewOutcome.Why why) {
        return new Unreadable(Fault.of("REVIEW_" + why.number(), why.words(), why.words()));
    }
}

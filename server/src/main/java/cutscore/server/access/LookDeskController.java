package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.web.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much officers look at, for the two who watch over it: officers and figures, no person. */
@Controller
class LookDeskController {
    private static final String LOOKS = "/look-ups";

    private final LookTable table;
    private final LookBudget budget;
    private final Officers officers;
    private final Ledger ledger;
    private final InstantSource clock;
    private final TransactionTemplate together;

    LookDeskController(
            LookTable table,
            LookBudget budget,
            Officers officers,
            Ledger ledger,
            InstantSource clock,
            TransactionTemplate together) {
        this.table = table;
        this.budget = budget;
        this.officers = officers;
        this.ledger = ledger;
        this.clock = clock;
        this.together = together;
    }

    @Bean
    static DeskRoom lookDesk() {
        return new DeskRoom(
                LOOKS,
                new Words("查看用量", "Looks"),
                new Words(
                        "谁看了多少人，哪里停了，哪里反常",
                        "who looked at how many, what was stopped, what stands out"),
                720,
                Set.of(Role.SECURITY_ADMIN, Role.AUDIT_ADMIN));
    }

    /**
     * The page.
     *
     * @param spent officers whose day is over
     */
    record View(List<LookTable.Line> officers, List<LookAlarm> alarms, Set<UUID> spent) {
        String name(UUID officer) {
            return officers.stream()
                    .filter(one -> one.officer().equals(officer))
                    .map(LookTable.Line::name)
                    .findFirst()
                    .orElse(officer.toString());
        }
    }

    @GetMapping(LOOKS)
    @For({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    Page looks(Desk desk) {
        var lines = table.lines(budget.today());
        var spent =
                lines.stream()
                        .filter(budget::isSpent)
                        .map(LookTable.Line::officer)
                        .collect(java.util.stream.Collectors.toSet());
        var view = new View(lines, table.alarms(), spent);
        return Page.of((out, plain) -> JtelooksGenerated.render(out, plain, desk, view));
    }

    /** An act: who lifted whose stop stands in the ledger, the reason beside it in the database. */
    @PostMapping(LOOKS + "/{officer}")
    @For(Role.SECURITY_ADMIN)
    String lift(
            @PathVariable UUID officer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes carried) {
        var by = officers.current();
        var words = reason.strip();
        if (officer.equals(by.id())) {
            throw new AccessRefused(new Words("不能恢复自己的用量", "nobody lifts his own stop"));
        }
        var day = budget.today();
        boolean spent =
                table.lines(day).stream()
                        .anyMatch(one -> one.officer().equals(officer) && budget.isSpent(one));
        if (!spent) {
            throw new java.util.NoSuchElementException("nothing to lift");
        }
        if (words.length() < 5 || words.length() > 200) {
            var why = new Words("请写明恢复的理由（5 到 200 字）", "give a reason of 5 to 200 signs");
            throw new Unreadable(Fault.of("LIFT_REASON", why, why));
        }
        var at = clock.instant();
        together.executeWithoutResult(
                _ -> {
                    var body =
                            Json.object()
                                    .put("officer", officer.toString())
                                    .put("day", day.toString())
                                    .build();
                    var act = new Act("looks.lifted", at, List.of(by.id()), body);
                    table.lift(officer, day, by, words, at, ledger.append(act).index());
                });
        return Said.then(
                carried,
                LOOKS,
                new Words("已恢复：今天的用量再给一份", "lifted: the day's budgets are granted once more"));
    }
}

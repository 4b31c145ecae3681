package cutscore.server.line.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.line.Computation;
import cutscore.server.line.FilingNumber;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.Snapshot;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.web.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code ui-N4}, {@code ui-N7}, {@code ui-M1}, {@code ui-M2}: proposals, the blind second
 * computation, approval and filing.
 */
@Controller
class LineController {
    private static final String LIST = "/national";
    private static final String ONE = LIST + "/{id}";

    private static final String SNAPSHOT = LIST + "/snapshots/{snapshot}";

    private final Lines lines;
    private final Snapshots snapshots;
    private final Officers officers;
    private final LineCases cases;

    LineController(Lines lines, Snapshots snapshots, Officers officers, LineCases cases) {
        this.lines = lines;
        this.snapshots = snapshots;
        this.officers = officers;
        this.cases = cases;
    }

    @Bean
    static DeskRoom proposalsDesk() {
        return new DeskRoom(
                LIST,
                new Words("标准线方案", "Line proposals"),
                new Words(
                        "提出、盲算、同意、备案；卷宗和两个不等式",
                        "proposal, blind computation, approval, filing; dossiers"),
                300,
                Set.of(Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER));
    }

    @GetMapping(LIST)
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    Page proposals(Desk desk) {
        var all = lines.all();
        return Page.of((out, plain) -> JteproposalsGenerated.render(out, plain, desk, all));
    }

    @GetMapping(ONE)
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    Page proposal(Desk desk, @PathVariable UUID id) {
        var state = found(id);
        var officer = officers.current();
        var view =
                new ProposalView(
                        state,
                        cases.shown(state, officer),
                        name(state.proposal().by()),
                        state.computations().stream().map(this::computed).toList(),
                        officer.id());
        return Page.of((out, plain) -> JteproposalGenerated.render(out, plain, desk, view));
    }

    private ProposalView.Computed computed(Computation computation) {
        return new ProposalView.Computed(computation, name(computation.by()));
    }

    @GetMapping(SNAPSHOT + "/proposals/new")
    @For(Role.ANALYST)
    Page proposing(
            Desk desk, @PathVariable UUID snapshot, @RequestParam Map<String, String> asked) {
        var from = snapshot(snapshot);
        var form = RuleForm.of(asked);
        return Page.of((out, plain) -> JteproposingGenerated.render(out, plain, desk, from, form));
    }

    @PostMapping(SNAPSHOT + "/proposals")
    @For(Role.ANALYST)
    String propose(
            @PathVariable UUID snapshot,
            @RequestParam Map<String, String> fields,
            RedirectAttributes carried) {
        var from = snapshot(snapshot);
        var rule = RuleForm.of(fields).rule(from.session());
        var id = Told.told(() -> lines.propose(from.id(), rule, officers.current()));
        return Said.then(
                carried,
                LIST + "/" + id,
                new Words(
                        "已提出，卷宗摘要已进存证；等另一名分析员盲算",
                        "proposed, the dossier's digest is in the ledger; another analyst computes"
                                + " it blind"));
    }

    @PostMapping(ONE + "/computation")
    @For(Role.ANALYST)
    @StepUp
    String compute(@PathVariable UUID id, RedirectAttributes carried) {
        var computation = Told.told(() -> lines.recompute(new ProposalId(id), officers.current()));
        return Said.then(
                carried,
                LIST + "/" + id,
                computation.equal()
                        ? new Words("盲算结果一致，可以同意", "the same result: you may approve")
                        : new Words(
                                "盲算结果不同，两个结果都已留存，不能同意",
                                "another result: both are kept, and it cannot be approved"));
    }

    @PostMapping(ONE + "/approval")
    @For(Role.ANALYST)
    @StepUp
    String approve(@PathVariable UUID id, RedirectAttributes carried) {
        Told.did(() -> lines.approve(new ProposalId(id), officers.current()));
        return Said.then(
                carried, LIST + "/" + id, new Words("已同意，等审核备案", "approved; clearance is due"));
    }

    @PostMapping(ONE + "/filing")
    @For(Role.CLEARING_OFFICER)
    @StepUp
    String file(
            @PathVariable UUID id,
            @RequestParam String number,
            @RequestParam String on,
            RedirectAttributes carried) {
        var filing = number(number);
        var day = day(on);
        Told.did(() -> lines.file(new ProposalId(id), filing, day, officers.current()));
        return Said.then(
                carried, LIST + "/" + id, new Words("已备案，等公布", "filed; publication is due"));
    }

    private Snapshot snapshot(UUID id) {
        return snapshots
                .find(new SnapshotId(id))
                .orElseThrow(() -> new NoSuchElementException("no such snapshot"));
    }

    private LineState found(UUID id) {
        return lines.find(new ProposalId(id))
                .orElseThrow(() -> new NoSuchElementException("no such proposal"));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }

    private static FilingNumber number(String typed) {
        try {
            return new FilingNumber(typed);
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable(
                    Fault.of(
                            "FILING_NUMBER",
                            new Words("备案号要有 2 到 60 个字符", "a filing number has 2 to 60 signs"),
                            new Words("照备案函填写", "write it as the letter does")));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException malformed) {
            throw new Unreadable(
                    Fault.of(
                            "FILING_DAY",
                            new Words("请填写备案函的日期", "fill in the day of the letter"),
                            new Words("例如 2023-11-20", "for instance 2023-11-20")));
        }
    }
}

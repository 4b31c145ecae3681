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
import cutscore.server.line.FilingNumber;
import cutscore.server.line.LineRefused;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.web.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-N7}, {@code ui-M1}, {@code ui-M2}: proposals, their dossiers, approval and filing. */
@Controller
class LineController {
    private static final String LIST = "/national";
    private static final String ONE = LIST + "/{id}";

    private final Lines lines;
    private final Officers officers;

    LineController(Lines lines, Officers officers) {
        this.lines = lines;
        this.officers = officers;
    }

    @Bean
    static DeskRoom proposalsDesk() {
        return new DeskRoom(
                LIST,
                new Words("标准线方案", "Line proposals"),
                new Words("卷宗、两个不等式、同意、备案", "dossiers, both inequalities, approval, filing"),
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
        var view =
                new ProposalView(
                        state,
                        lines.dossier(state.proposal().id()),
                        name(state.proposal().by()),
                        approver(state).map(this::name),
                        clearing(state).map(this::name));
        return Page.of((out, plain) -> JteproposalGenerated.render(out, plain, desk, view));
    }

    @PostMapping(ONE + "/approval")
    @For(Role.ANALYST)
    String approve(@PathVariable UUID id, RedirectAttributes carried) {
        told(() -> lines.approve(new ProposalId(id), officers.current()));
        return Said.then(
                carried, LIST + "/" + id, new Words("已同意，等审核备案", "approved; clearance is due"));
    }

    @PostMapping(ONE + "/filing")
    @For(Role.CLEARING_OFFICER)
    String file(
            @PathVariable UUID id,
            @RequestParam String number,
            @RequestParam String on,
            RedirectAttributes carried) {
        var filing = number(number);
        var day = day(on);
        told(() -> lines.file(new ProposalId(id), filing, day, officers.current()));
        return Said.then(
                carried, LIST + "/" + id, new Words("已备案，等公布", "filed; publication is due"));
    }

    /** A refusal of the door, in its own words and with its public number. */
    private static void told(Runnable step) {
        try {
            step.run();
        } catch (LineRefused refused) {
            var why = refused.why();
            throw new Unreadable(Fault.of("REFUSAL_" + why.code(), why.words(), why.words()));
        }
    }

    private LineState found(UUID id) {
        return lines.find(new ProposalId(id))
                .orElseThrow(() -> new NoSuchElementException("no such proposal"));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }

    private static Optional<UUID> approver(LineState state) {
        return switch (state) {
            case LineState.Proposed _ -> Optional.empty();
            case LineState.Approved approved -> Optional.of(approved.by());
            case LineState.Filed filed -> Optional.of(filed.before().by());
            case LineState.Published published -> Optional.of(published.before().before().by());
        };
    }

    private static Optional<UUID> clearing(LineState state) {
        return switch (state) {
            case LineState.Proposed _, LineState.Approved _ -> Optional.empty();
            case LineState.Filed filed -> Optional.of(filed.by());
            case LineState.Published published -> Optional.of(published.before().by());
        };
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

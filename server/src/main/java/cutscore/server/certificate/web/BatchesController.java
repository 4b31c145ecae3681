package cutscore.server.certificate.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.BatchId;
import cutscore.server.certificate.BatchOnRecord;
import cutscore.server.certificate.Batches;
import cutscore.server.certificate.Certificates;
import cutscore.server.certificate.NotIssued;
import cutscore.server.certificate.Prepared;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S8} 制证: awards determined, batches prepared, approved by another, issued. */
@Controller
@For({Role.ANALYST, Role.REVIEWER, Role.REVIEW_LEAD})
class BatchesController {
    static final String LIST = "/national/batches";
    private static final String ONE = LIST + "/{batch}";
    private static final String SECONDS_TO_THE_NEXT_LOOK = "2";

    private final Awards awards;
    private final Certificates certificates;
    private final Batches batches;
    private final BatchesOverview overview;
    private final Officers officers;

    BatchesController(
            Awards awards,
            Certificates certificates,
            Batches batches,
            BatchesOverview overview,
            Officers officers) {
        this.awards = awards;
        this.certificates = certificates;
        this.batches = batches;
        this.overview = overview;
        this.officers = officers;
    }

    @Bean
    static DeskRoom batchesDesk() {
        return new DeskRoom(
                LIST,
                new Words("发证", "Certificates"),
                new Words(
                        "确定结果；各省准备一批证书，另一人批准后发放",
                        "determine awards; a province prepares a batch, another approves it"),
                410,
                Set.of(Role.ANALYST, Role.REVIEWER, Role.REVIEW_LEAD));
    }

    @GetMapping(LIST)
    Page list(Desk desk, HttpServletResponse response) {
        var view = overview.of(officers.current());
        boolean working =
                view.sessions().stream()
                        .flatMap(session -> session.batches().stream())
                        .anyMatch(BatchOnRecord::underWay);
        if (working) {
            response.setHeader("Refresh", SECONDS_TO_THE_NEXT_LOOK);
        }
        return Page.of((out, plain) -> JtebatchesGenerated.render(out, plain, desk, view));
    }

    @PostMapping(LIST + "/determination")
    @For(Role.ANALYST)
    String determine(@RequestParam String session, RedirectAttributes carried) {
        var of = session(session);
        var determined = told(() -> awards.determineRest(of, officers.current()));
        long people = determined.outcomes().values().stream().mapToLong(Long::longValue).sum();
        return Said.then(
                carried,
                LIST,
                new Words(
                        "已确定 " + people + " 人的结果，存证第 " + determined.ledgerIndex() + " 条",
                        people
                                + " people's awards are determined, ledger entry "
                                + determined.ledgerIndex()));
    }

    @PostMapping(LIST)
    @For({Role.REVIEWER, Role.REVIEW_LEAD})
    String prepare(@RequestParam String session, RedirectAttributes carried) {
        var of = session(session);
        var officer = officers.current();
        var province = province(officer);
        var prepared = told(() -> certificates.prepare(of, province, officer));
        String next = prepared.batch().map(id -> LIST + "/" + id).orElse(LIST);
        return Said.then(carried, next, said(prepared));
    }

    private static Words said(Prepared prepared) {
        var held = prepared.held();
        String zh = held.isEmpty() ? "" : "；另有 " + held.size() + " 人的姓名含有印不出的字，留待处理";
        String en =
                held.isEmpty()
                        ? ""
                        : "; " + held.size() + " held back for a character without a font";
        return prepared.batch().isPresent()
                ? new Words(
                        "已准备一批，共 " + prepared.size() + " 张，等另一人批准" + zh,
                        "a batch of " + prepared.size() + " waits for a second officer" + en)
                : new Words("没有要发的证书了" + zh, "no certificate is left to issue" + en);
    }

    @GetMapping(ONE)
    Page one(
            Desk desk,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response) {
        var officer = officers.current();
        var found =
                batches.find(new BatchId(batch), officer)
                        .orElseThrow(() -> new NoSuchElementException("no such batch"));
        if (found.underWay()) {
            response.setHeader("Refresh", SECONDS_TO_THE_NEXT_LOOK);
        }
        var papers = batches.papers(found, after);
        var view =
                new BatchesView.One(
                        found,
                        name(found.preparedBy()),
                        found.approved().map(a -> name(a.by())).orElse(""),
                        found.preparedBy().equals(officer.id()),
                        papers,
                        papers.size() == Batches.PAGE
                                ? Optional.of(papers.getLast().number().value())
                                : Optional.empty());
        return Page.of((out, plain) -> JtebatchGenerated.render(out, plain, desk, view));
    }

    @PostMapping(ONE + "/approval")
    @For(Role.REVIEW_LEAD)
    @StepUp
    String approve(@PathVariable UUID batch, RedirectAttributes carried) {
        did(() -> batches.approveAndIssue(new BatchId(batch), officers.current()));
        return Said.then(
                carried,
                LIST + "/" + batch,
                new Words("已批准，正在发放", "approved; the certificates are being issued"));
    }

    @PostMapping(ONE + "/issuing")
    @For(Role.REVIEW_LEAD)
    String goOn(@PathVariable UUID batch, RedirectAttributes carried) {
        did(() -> batches.goOn(new BatchId(batch), officers.current()));
        return Said.then(carried, LIST + "/" + batch, new Words("继续发放", "issuing goes on"));
    }

    private static SessionId session(String typed) {
        try {
            return new SessionId(typed);
        } catch (IllegalArgumentException malformed) {
            var words = new Words("请选一次考试", "choose an exam session");
            throw new Unreadable(Fault.of("SESSION", words, words));
        }
    }

    private static DivisionCode province(Officer officer) {
        return officer.province()
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        new Words("发证由各省办理", "certificates are the provinces'")));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }

    private static void did(Runnable step) {
        told(
                () -> {
                    step.run();
                    return true;
                });
    }

    /** A refusal of the doors, in its own words and with its public number. */
    private static <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (NotIssued refused) {
            var words = refused.why().words();
            throw new Unreadable(Fault.of("REFUSAL_" + refused.why().number(), words, words));
        }
    }
}

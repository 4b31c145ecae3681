package cutscore.server.integrity.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.integrity.DecisionId;
import cutscore.server.integrity.DecisionLetter;
import cutscore.server.integrity.Decisions;
import cutscore.server.integrity.IntegrityRefused;
import cutscore.server.web.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
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

/** Annulment by a recorded decision, two officers each time. */
@Controller
@For(Role.INTEGRITY_OFFICER)
class DecisionController {
    private static final String PAGE = "/integrity";

    private final Decisions decisions;
    private final Officers officers;

    DecisionController(Decisions decisions, Officers officers) {
        this.decisions = decisions;
        this.officers = officers;
    }

    @Bean
    static DeskRoom integrityDesk() {
        return new DeskRoom(
                PAGE,
                new Words("处理决定", "Decisions"),
                new Words(
                        "登记处理决定书，另一人确认后证书自始无效",
                        "record a decision letter; confirmed by another, it voids"),
                500,
                Set.of(Role.INTEGRITY_OFFICER));
    }

    @GetMapping(PAGE)
    Page decisions(Desk desk) {
        var waiting = decisions.waiting(officers.current());
        return Page.of((out, plain) -> JtedecisionsGenerated.render(out, plain, desk, waiting));
    }

    @PostMapping(PAGE)
    String propose(
            @RequestParam String number,
            @RequestParam String certificate,
            @RequestParam String article,
            @RequestParam String ground,
            @RequestParam String decidedOn,
            RedirectAttributes carried) {
        var letter =
                new DecisionLetter(
                        checked(number, "处理决定书编号", "the decision's number", n -> n),
                        checked(certificate, "证书编号", "the certificate number", this::certificate),
                        checked(article, "条款", "the article", DecisionLetter.Article::valueOf),
                        checked(ground, "理由", "the ground", DecisionLetter.Ground::valueOf),
                        checked(decidedOn, "决定日期", "the day", LocalDate::parse));
        told(() -> decisions.propose(letter, officers.current()));
        return Said.then(
                carried,
                PAGE,
                new Words("已登记，等另一人确认；证书还有效", "recorded, to be confirmed; not void yet"));
    }

    @PostMapping(PAGE + "/{decision}")
    @StepUp
    String confirm(@PathVariable UUID decision, RedirectAttributes carried) {
        told(
                () -> {
                    decisions.confirm(new DecisionId(decision), officers.current());
                    return decision;
                });
        return Said.then(
                carried, PAGE, new Words("已确认，证书自始无效", "confirmed; the certificate is void"));
    }

    private CertificateNumber certificate(String typed) {
        return CertificateNumber.parse(typed).orElseThrow(IllegalArgumentException::new);
    }

    /** A part of a form. */
    private interface Reading<T> {
        T read(String typed);
    }

    private static <T> T checked(String typed, String zh, String en, Reading<T> reading) {
        try {
            if (typed.isBlank() || typed.length() > 120) {
                throw new IllegalArgumentException("nothing, or too much");
            }
            return reading.read(typed.strip());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unreadable(
                    Fault.of(
                            "DECISION_FORM",
                            new Words(zh + "读不懂，可能输错", en + " cannot be read; it may be mistyped"),
                            new Words("对照处理决定书改正", "correct it by the decision letter")));
        }
    }

    private static <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (IntegrityRefused refused) {
            var why = refused.why();
            throw new Unreadable(Fault.of("REFUSAL_" + why.code(), why.words(), why.words()));
        }
    }
}

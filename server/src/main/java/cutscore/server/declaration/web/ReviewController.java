package cutscore.server.declaration.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.area.Areas;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.ReviewOutcome;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import cutscore.server.web.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S2}, {@code ui-S3}: the declarations of the reviewer's own province, one by one. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class ReviewController {
    private static final String QUEUE = "/province";
    private static final String A_LIST = "session=[-A-Za-z0-9=&%.+_#]{0,1200}";
    private static final String ONE = QUEUE + "/declarations/{id}";

    private final Declarations declarations;
    private final Exams exams;
    private final Rosters rosters;
    private final Areas areas;
    private final Officers officers;
    private final LookUps lookUps;

    ReviewController(
            Declarations declarations,
            Exams exams,
            Rosters rosters,
            Areas areas,
            Officers officers,
            LookUps lookUps) {
        this.declarations = declarations;
        this.exams = exams;
        this.rosters = rosters;
        this.areas = areas;
        this.officers = officers;
        this.lookUps = lookUps;
    }

    @GetMapping(ONE)
    Page one(Desk desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String list) {
        var declaration = mine(id);
        lookUps.note(
                declaration.session(),
                declaration.admissionNumber(),
                LookUp.What.DECLARATION,
                List.of(Role.REVIEWER, Role.REVIEW_LEAD),
                officers.current());
        var day = exams.find(declaration.session()).map(ExamSession::firstDay);
        var view =
                new CaseView(
                        declaration,
                        declarations.evidence(declaration.id()),
                        Divisions.builtIn().fullName(declaration.place()),
                        day.map(on -> areas.ask(declaration.place(), on)),
                        rosters.find(declaration.session(), declaration.admissionNumber()),
                        rosters.maskedIdentity(
                                declaration.session(), declaration.admissionNumber()));
        String back =
                QUEUE + "?" + (list.matches(A_LIST) ? list : "session=" + declaration.session());
        return Page.of((out, plain) -> JtecaseGenerated.render(out, plain, desk, view, back));
    }

    @PostMapping(ONE)
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String mendUntil,
            RedirectAttributes carried) {
        var officer = officers.current();
        mine(id);
        var outcome =
                declarations.review(
                        new DeclarationId(id),
                        read(verdict, reason.strip(), clause.strip(), mendUntil),
                        officer);
        return switch (outcome) {
            case ReviewOutcome.Reviewed(var declaration, var stage, var index) ->
                    Said.then(
                            carried,
                            QUEUE + "/declarations/" + declaration,
                            new Words(
                                    "已记录：" + stage.words().zh() + "，存证序号 " + index,
                                    "recorded: " + stage.words().en() + ", ledger index " + index));
            case ReviewOutcome.NotReviewed(_, var why) ->
                    throw fault("REVIEW_" + why.number(), why.words());
        };
    }

    /** The declaration, if it is of this officer's province; otherwise as if there were none. */
    private DeclarationView mine(UUID id) {
        return declarations
                .find(new DeclarationId(id), officers.current())
                .orElseThrow(() -> new NoSuchElementException("not of this province"));
    }

    private static Review read(String verdict, String reason, String clause, String mendUntil) {
        if (clause.isEmpty() || reason.length() > 500 || clause.length() > 60) {
            throw fault(
                    "REVIEW_FORM",
                    new Words(
                            "请写明条款（60 字以内），理由不超过 500 字",
                            "name the clause (60 signs at most); a reason has 500 at most"));
        }
        return switch (verdict) {
            case "approve" -> new Review.Approved(clause);
            case "return" -> new Review.Returned(needed(reason), clause, end(mendUntil));
            case "reject" -> new Review.Rejected(needed(reason), clause);
            default ->
                    throw fault(
                            "REVIEW_VERDICT",
                            new Words("请选择一个结论", "choose one of the three conclusions"));
        };
    }

    private static String needed(String reason) {
        if (reason.isEmpty()) {
            throw fault(
                    "REVIEW_REASON",
                    new Words(
                            "退回或不通过要写明理由，申报人会原样看到",
                            "returning or rejecting takes a reason; the declarant reads it as it"
                                    + " is"));
        }
        return reason;
    }

    /** The last minute of that day in Beijing. */
    private static Instant end(String day) {
        try {
            return LocalDate.parse(day).atTime(LocalTime.of(23, 59, 59)).toInstant(Beijing.OFFSET);
        } catch (DateTimeException mistyped) {
            throw fault(
                    "REVIEW_MEND_UNTIL",
                    new Words("请写明补正截止日期", "name the last day for the correction"));
        }
    }

    private static Unreadable fault(String code, Words words) {
        return new Unreadable(Fault.of(code, words, words));
    }
}

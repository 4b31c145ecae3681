package cutscore.server.verification.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.server.verification.Answer;
import cutscore.server.verification.Verifications;
import cutscore.server.web.FieldFault;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Problem;
import cutscore.server.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Valid here?" for people and for machines. A number or a QR code's text may stand in an address,
 * for they say nothing of a person; a name is only ever posted.
 */
@Controller
@OpenToAll
class VerificationController {
    private final Verifications verifications;

    VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    /** The form; with a number, or with {@code c} from a QR code, its answer. */
    @GetMapping("/verify")
    Page ask(
            Visit at,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String c,
            @RequestParam(name = "at", defaultValue = "") String place,
            @RequestParam(defaultValue = "") String on) {
        String typed = number.isBlank() ? c : number;
        var question = Question.of(typed, place, on, at.today());
        return question.isEmpty() && question.faults().isEmpty()
                ? form(at, question)
                : answer(at, question, "");
    }

    /** The same with a name, which is matched and forgotten. */
    @PostMapping("/verify")
    Page check(
            Visit at,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(name = "at", defaultValue = "") String place,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String name) {
        return answer(at, Question.of(number, place, on, at.today()), name);
    }

    /** The verdict as JSON; what cannot be read is a problem document. */
    @GetMapping("/api/v1/verify")
    ResponseEntity<String> verdict(
            Visit at,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String c,
            @RequestParam(name = "at", defaultValue = "") String place,
            @RequestParam(defaultValue = "") String on) {
        var question = Question.of(number.isBlank() ? c : number, place, on, at.today());
        var faults = faults(question);
        if (!faults.isEmpty()) {
            var words = new Words("问题里有读不懂的内容", "the question cannot be read");
            return new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT, "QUESTION_UNREADABLE", words, faults)
                    .answer();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ask(question, "").json().pretty());
    }

    private Page answer(Visit at, Question question, String name) {
        var faults = faults(question);
        if (!faults.isEmpty()) {
            return form(at, question.with(faults)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var result = new Result(question, ask(question, name));
        return Page.of((out, plain) -> JteresultGenerated.render(out, plain, at, result));
    }

    private Answer ask(Question question, String name) {
        // A number is handed on as it is printed, so that it is never taken for a QR code's text.
        String typed =
                CertificateNumber.parse(question.number())
                        .map(CertificateNumber::printed)
                        .orElse(question.number());
        var named = Optional.of(name.strip()).filter(n -> !n.isEmpty());
        return verifications.verify(typed, question.place(), question.day(), named);
    }

    private static List<FieldFault> faults(Question question) {
        var faults = new ArrayList<FieldFault>();
        if (question.isEmpty()) {
            faults.add(
                    new FieldFault(
                            "number",
                            new Words("请填写证书编号", "Please fill in the certificate number")));
        }
        faults.addAll(question.faults());
        return faults;
    }

    private static Page form(Visit at, Question question) {
        return Page.of((out, plain) -> JteverifyGenerated.render(out, plain, at, question));
    }
}

package cutscore.server.declaration.api;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Refusal;
import cutscore.server.declaration.Submission;
import cutscore.server.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Takes a declaration as JSON. */
@Controller
@For(Role.EXAMINEE)
class DeclarationController {
    private static final int LONGEST = 16 * 1024;

    private final ExamineeAccounts examinees;
    private final Declarations declarations;

    DeclarationController(ExamineeAccounts examinees, Declarations declarations) {
        this.examinees = examinees;
        this.declarations = declarations;
    }

    /**
     * 201 with the receipt, also when the same key and body come again; 422 with the refusal's
     * public number; 503 when it is not known whether it was recorded: the same key tells.
     */
    @PostMapping("/api/v1/declarations")
    ResponseEntity<String> submit(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LONG", TOO_LONG).answer();
        }
        try {
            var form =
                    Body.form(new String(body, StandardCharsets.UTF_8), examinees.current(), key);
            return answer(declarations.submit(form));
        } catch (Unreadable faulty) {
            var fault = faulty.faults().getFirst();
            return Problem.of(HttpStatus.BAD_REQUEST, fault.code(), fault.what()).answer();
        } catch (DataAccessException | TransactionException gone) {
            return later();
        }
    }

    private static ResponseEntity<String> answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .contentType(MediaType.APPLICATION_JSON)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(json(accepted).pretty());
            case Submission.Refused(var why, var arrivedAt) -> refused(why, exact(arrivedAt));
        };
    }

    private static Json.Obj json(Submission.Accepted accepted) {
        return Json.object()
                .put("receipt", accepted.receipt())
                .put("arrivedAt", exact(accepted.arrivedAt()))
                .put("ledgerIndex", accepted.ledgerIndex())
                .build();
    }

    private static ResponseEntity<String> refused(Refusal why, String arrivedAt) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Json.object()
                                .put("type", "about:blank")
                                .put("title", HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase())
                                .put("status", HttpStatus.UNPROCESSABLE_CONTENT.value())
                                .put("code", why.name())
                                .put("number", why.number())
                                .put("clause", why.clause())
                                .put("detail", why.words().zh())
                                .put("detailEn", why.words().en())
                                .put("arrivedAt", arrivedAt)
                                .build()
                                .pretty());
    }

    /** To the microsecond: what decided is not to be rounded. */
    private static String exact(Instant moment) {
        return moment.atOffset(Beijing.OFFSET).toString();
    }

    private static ResponseEntity<String> later() {
        var problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "NOT_KNOWN", NOT_KNOWN).answer();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem.getBody());
    }

    private static final Words TOO_LONG = new Words("送来的内容太大", "what was sent is too large");
    private static final Words NOT_KNOWN =
            new Words(
                    "暂时不能确认是否已经收到；请用同一个 Idempotency-Key 再送一次，不会重复",
                    "we cannot tell yet whether it was received: send it again with the same"
                            + " Idempotency-Key; it will not count twice");
}

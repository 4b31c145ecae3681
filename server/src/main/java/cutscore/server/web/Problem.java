package cutscore.server.web;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal for machines (RFC 9457), in the words of the pages; never text from below.
 *
 * @param status as in the answer's first line
 * @param code stable name
 * @param detail what is wrong, written out in both languages
 * @param errors by field
 */
public record Problem(HttpStatus status, String code, Words detail, List<FieldFault> errors) {

    public static Problem of(HttpStatus status, String code, Words detail) {
        return new Problem(status, code, detail, List.of());
    }

    public ResponseEntity<String> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json().pretty());
    }

    /** The same where no handler answers. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json().pretty().getBytes(StandardCharsets.UTF_8));
    }

    Json.Obj json() {
        return Json.object()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("code", code)
                .put("detail", detail.zh())
                .put("detailEn", detail.en())
                .put("errors", Json.array(errors.stream().map(Problem::error).toList()))
                .build();
    }

    private static Json.Obj error(FieldFault fault) {
        return Json.object()
                .put("pointer", fault.field())
                .put("message", fault.what().zh())
                .put("messageEn", fault.what().en())
                .build();
    }
}

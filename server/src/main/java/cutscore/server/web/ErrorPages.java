package cutscore.server.web;

import cutscore.kernel.Words;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What stands where a page could not: who can do what about it, in both languages; never text from
 * below. Machines get the same as a problem document (RFC 9457).
 */
@Controller
@OpenToAll
class ErrorPages implements ErrorController {
    private final VisitResolver visits;
    private final List<ErrorAnswer> answers;

    ErrorPages(VisitResolver visits, ObjectProvider<ErrorAnswer> answers) {
        this.visits = visits;
        this.answers = answers.stream().toList();
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = code(request);
        if (wantsPage(request)) {
            var at = visits.visit(request, response);
            var page =
                    answers.stream()
                            .flatMap(answer -> answer.instead(code, request, at).stream())
                            .findFirst()
                            .orElseGet(() -> common(code, at));
            PageWriter.write(page.with(code), response);
            return;
        }
        var problem = Problem.of(code, code.name(), words(code));
        response.setStatus(code.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.json().pretty().getBytes(StandardCharsets.UTF_8));
    }

    private static Page common(HttpStatus code, Visit at) {
        return Page.of(
                (out, plain) ->
                        JtetroubleGenerated.render(
                                out, plain, at, code.value(), words(code), advice(code)));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String text && text.startsWith("/api/")) {
            return false;
        }
        String accepts = request.getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.contains("text/html");
    }

    /** A visitor who asks for the error page itself has found nothing. */
    private static HttpStatus code(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (known == null) {
            return code == null ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return known;
    }

    private static Words words(HttpStatus code) {
        return switch (code.value()) {
            case 400, 415, 422 -> new Words("这个请求我们读不懂。", "We could not understand this request.");
            case 401 -> new Words("请先登录。", "Please sign in first.");
            case 403 -> new Words("这一页不对您开放。", "This page is not open to you.");
            case 404 -> new Words("没有这一页。", "There is no such page.");
            case 405 -> new Words("这一页不接受这种请求。", "This page does not take such requests.");
            case 413 -> new Words("送来的内容太大。", "What was sent is too large.");
            case 503 -> new Words("正在维护，稍后恢复。", "Under maintenance; back soon.");
            default ->
                    code.is4xxClientError()
                            ? new Words("这个请求没有被接受。", "This request was not accepted.")
                            : new Words("我们这边出了故障。", "Something failed on our side.");
        };
    }

    private static Words advice(HttpStatus code) {
        if (code.is5xxServerError()) {
            return new Words(
                    "您送来的内容没有被处理。请过一会儿再打开；已经拿到的回执不受影响。",
                    "What you sent was not processed. Please open the page again later; receipts"
                            + " you hold are not affected.");
        }
        return switch (code.value()) {
            case 401, 403 ->
                    new Words(
                            "如果您应当能看到它，请用有相应职责的账号登录。",
                            "If you should be able to see it, sign in with an account that has the"
                                    + " duty.");
            case 404 ->
                    new Words(
                            "可能输错了地址，或内容已有新的地址。可以从首页重新找起。",
                            "The address may be mistyped, or the content has moved. You can start"
                                    + " again from the home page.");
            default ->
                    new Words(
                            "请回到上一页，检查填写的内容后再试。",
                            "Please go back, check what you filled in, and try again.");
        };
    }
}

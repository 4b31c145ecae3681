package cutscore.server.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import org.springframework.http.HttpStatus;

/**
 * An HTML answer: a handler returns it, the shell writes it. The body is a call of the generated
 * template class, so a renamed field of a view breaks the build:
 *
 * <pre>{@code
 * return Page.of((out, plain) -> JteareasGenerated.render(out, plain, at, view));
 * }</pre>
 *
 * @param status 200, or what the page has to say about itself (404, 422)
 * @param body writes the whole page
 */
public record Page(HttpStatus status, Body body) {

    /** A call of a generated template. */
    @FunctionalInterface
    public interface Body {
        /**
         * @param plain what generated templates want as their second argument; does nothing
         */
        void write(HtmlTemplateOutput out, HtmlInterceptor plain);
    }

    public static Page of(Body body) {
        return new Page(HttpStatus.OK, body);
    }

    public Page with(HttpStatus code) {
        return new Page(code, body);
    }
}

package cutscore.server.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.Map;

/** The interceptor that generated templates are handed: it leaves every tag as it is. */
final class Plain implements HtmlInterceptor {
    static final Plain INTERCEPTOR = new Plain();

    private Plain() {}

    @Override
    public void onHtmlTagOpened(
            String name, Map<String, Object> attributes, TemplateOutput output) {
        // As it is.
    }

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {
        // As it is.
    }
}

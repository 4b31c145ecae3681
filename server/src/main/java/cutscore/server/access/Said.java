package cutscore.server.access;

import cutscore.kernel.Words;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** POST → redirect → GET: what a step came to is shown once, on the page that follows. */
public final class Said {
    private Said() {}

    /**
     * @param path of the page that follows
     * @return the answer of the handler
     */
    public static String then(RedirectAttributes carried, String path, Words what) {
        carried.addFlashAttribute(DeskResolver.SAID, what);
        return "redirect:" + path;
    }
}

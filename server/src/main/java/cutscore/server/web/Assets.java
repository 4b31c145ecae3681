package cutscore.server.web;

import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * The one stylesheet, joined from its parts in their order, the icon, and the workbench's script:
 * each under an address that holds its digest, so that a browser may keep it for a year.
 */
record Assets(Asset stylesheet, Asset icon, Asset workbench) {
    private static final List<String> PARTS =
            List.of(
                    "tokens.css",
                    "base.css",
                    "parts.css",
                    "pages.css",
                    "staff.css",
                    "bench.css",
                    "print.css");

    static Assets load() {
        var joined = new StringBuilder();
        PARTS.forEach(part -> joined.append(withoutComments(text(part))).append('\n'));
        return new Assets(
                Asset.of(joined.toString(), "cutscore.css"),
                Asset.of(text("line.svg"), "line.svg"),
                Asset.of(text("line-workbench.js"), "line-workbench.js"));
    }

    /**
     * A file for browsers.
     *
     * @param content its text
     * @param address where it is served
     */
    record Asset(String content, String address) {
        static Asset of(String content, String name) {
            return new Asset(
                    content, "/assets/" + Digest.hex(content).substring(0, 16) + "/" + name);
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String withoutComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\n\\s*", "\n").strip();
    }

    private static String text(String name) {
        try (var in = new ClassPathResource("web/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cutscore.server.web;

import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The one stylesheet, joined from its parts in their order, the icon, and the scripts of the few
 * pages that have one: each under an address that holds its digest, so that a browser may keep it
 * for a year.
 *
 * @param scripts by file name
 */
record Assets(Asset stylesheet, Asset icon, Map<String, Asset> scripts) {
    private static final List<String> SCRIPTS =
            List.of(
                    "bench-keys.js",
                    "declare.js",
                    "line-workbench.js",
                    "list.js",
                    "passkey.js",
                    "upload.js");
    private static final List<String> PARTS =
            List.of(
                    "tokens.css",
                    "base.css",
                    "parts.css",
                    "pages.css",
                    "staff.css",
                    "bench.css",
                    "review.css",
                    "list.css",
                    "print.css");

    static Assets load() {
        var joined = new StringBuilder();
        PARTS.forEach(part -> joined.append(withoutComments(text(part))).append('\n'));
        return new Assets(
                Asset.of(joined.toString(), "cutscore.css"),
                Asset.of(text("line.svg"), "line.svg"),
                SCRIPTS.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        name -> name, name -> Asset.of(text(name), name))));
    }

    /**
     * @param name a script of {@code web/}, such as {@code declare.js}
     */
    Asset script(String name) {
        return Optional.ofNullable(scripts.get(name))
                .orElseThrow(() -> new NoSuchElementException("no script: " + name));
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

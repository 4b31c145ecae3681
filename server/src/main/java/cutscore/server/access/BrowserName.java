package cutscore.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser calls itself, as far as its owner needs it to tell one device from another; the
 * rest of the header is not kept.
 */
final class BrowserName {
    private static final List<String> BROWSERS =
            List.of("MicroMessenger", "Edg", "Firefox", "HuaweiBrowser", "UCBrowser", "Chrome");
    private static final List<String> SYSTEMS =
            List.of("HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

    private BrowserName() {}

    /** {@code Chrome · Android}; {@code —} where neither is known. */
    static String of(@Nullable String header) {
        String text = header == null ? "" : header;
        String browser = first(BROWSERS, text, text.contains("Safari") ? "Safari" : "—");
        String system = first(SYSTEMS, text, "");
        return system.isEmpty() ? browser : browser + " · " + system;
    }

    private static String first(List<String> names, String text, String otherwise) {
        return names.stream().filter(text::contains).findFirst().orElse(otherwise);
    }
}

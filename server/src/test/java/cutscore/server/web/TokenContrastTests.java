package cutscore.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** WCAG 2.2 contrast of every pair of ground and text, from the very file that browsers get. */
class TokenContrastTests {
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9A-F]{6});");

    @ParameterizedTest
    @CsvSource({
        "light, paper, ink, 4.5, 15.8",
        "light, paper, ink-2, 4.5, 7.1",
        "light, accent, on-accent, 4.5, 8.9",
        "light, paper, accent, 4.5, 8.5",
        "light, paper, link, 4.5, 7.1",
        "light, sheet, ok, 4.5, 6.5",
        "light, paper, ok, 4.5, 6.2",
        "light, sheet, warn, 4.5, 5.9",
        "light, paper, warn, 4.5, 5.7",
        "light, warn-panel, warn-text, 4.5, 6.8",
        "light, sheet, bad, 4.5, 6.5",
        "light, paper, bad, 4.5, 6.3",
        "light, bad, on-accent, 4.5, 6.5",
        "light, sheet, elsewhere, 4.5, 7.5",
        "light, paper, elsewhere, 4.5, 7.1",
        "light, paper, edge, 3.0, 4.3",
        "light, focus, ink, 3.0, 10.7",
        "light, paper, ramp-4, 3.0, 4.4",
        "dark, paper, ink, 4.5, 14.8",
        "dark, paper, ink-2, 4.5, 8.3",
        "dark, paper, accent, 4.5, 7.9",
        "dark, accent, on-accent, 4.5, 7.9",
        "dark, paper, link, 4.5, 9.4",
        "dark, paper, ok, 4.5, 8.7",
        "dark, paper, warn, 4.5, 9.1",
        "dark, warn-panel, warn-text, 4.5, 9.1",
        "dark, paper, bad, 4.5, 7.8",
        "dark, bad, on-accent, 4.5, 7.8",
        "dark, paper, elsewhere, 4.5, 8.3",
        "dark, paper, edge, 3.0, 5.1",
        "dark, paper, focus, 3.0, 11.4",
        "chosen, paper, ink, 4.5, 14.8",
        "chosen, paper, ink-2, 4.5, 8.3",
        "chosen, paper, accent, 4.5, 7.9",
        "chosen, accent, on-accent, 4.5, 7.9",
        "chosen, paper, link, 4.5, 9.4",
        "chosen, paper, ok, 4.5, 8.7",
        "chosen, paper, warn, 4.5, 9.1",
        "chosen, warn-panel, warn-text, 4.5, 9.1",
        "chosen, paper, bad, 4.5, 7.8",
        "chosen, bad, on-accent, 4.5, 7.8",
        "chosen, paper, elsewhere, 4.5, 8.3",
        "chosen, paper, edge, 3.0, 5.1",
        "chosen, paper, focus, 3.0, 11.4",
    })
    void everyPairCanBeRead(String scheme, String ground, String text, double least, double stated)
            throws IOException {
        var tokens = tokens(scheme);
        double contrast = contrast(tokens.get(ground), tokens.get(text));
        assertThat(contrast).isGreaterThanOrEqualTo(least);
        assertThat(contrast).as("as the guide states it").isCloseTo(stated, within(0.11));
    }

    @Test
    void theYellowAloneIsNoFocusRing() throws IOException {
        var light = tokens("light");
        assertThat(contrast(light.get("paper"), light.get("focus"))).isLessThan(3.0);
    }

    @Test
    void darkIsTheSameWhetherChosenOrTheMachines() throws IOException {
        assertThat(tokens("chosen")).isEqualTo(tokens("dark")).hasSizeGreaterThan(14);
    }

    @Test
    void theLightStateColoursFailOnTheDarkGround() throws IOException {
        var light = tokens("light");
        String dark = tokens("dark").get("paper");
        assertThat(contrast(dark, light.get("ok"))).isLessThan(4.5);
        assertThat(contrast(dark, light.get("bad"))).isLessThan(4.5);
    }

    private static Map<String, String> tokens(String scheme) throws IOException {
        String css =
                new ClassPathResource("web/tokens.css").getContentAsString(StandardCharsets.UTF_8);
        int border = css.indexOf("@media (prefers-color-scheme: dark)");
        int chosen = css.indexOf(".staff.dark");
        String part =
                switch (scheme) {
                    case "dark" -> css.substring(border, chosen);
                    case "chosen" -> css.substring(chosen);
                    default -> css.substring(0, border);
                };
        var tokens = new HashMap<String, String>();
        var matcher = TOKEN.matcher(part);
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(@Nullable String one, @Nullable String other) {
        double a = luminance(Objects.requireNonNull(one, "a token is missing"));
        double b = luminance(Objects.requireNonNull(other, "a token is missing"));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

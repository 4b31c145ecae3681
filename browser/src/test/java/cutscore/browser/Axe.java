package cutscore.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Axe inside a page: WCAG 2.2 AA as far as a program can tell. Its builder loads the half megabyte
 * and opens a second page at every look; one page without frames needs neither.
 */
final class Axe {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String PROGRAM = program();
    private static final String RUN =
            """
            async rules => {
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
              return found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html);
            }
            """;

    private Axe() {}

    /** What it finds, each with the first element that has it. Waits for ever without a script. */
    static List<String> findings(Page page) {
        if (page.frames().size() != 1) {
            throw new IllegalStateException("this page has frames: axe must look into each");
        }
        if (Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'undefined'"))) {
            page.evaluate(PROGRAM);
        }
        var found = (List<?>) page.evaluate(RUN, RULES);
        return found.stream().map(Object::toString).toList();
    }

    private static String program() {
        try (var axe =
                Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            // The last value of what is evaluated is sent back: nothing, instead of the program.
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "\n;undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

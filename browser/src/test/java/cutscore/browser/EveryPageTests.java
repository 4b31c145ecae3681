package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import cutscore.browser.Rows.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the authorisation document is looked at, by somebody who may: in Chinese and in
 * English, on a phone and on a desk. How each is reached stands in {@link Examples}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {
    private static final int MOST_ELSEWHERE = 10;

    private Chromium chromium;
    private final Map<String, BrowserContext> visitors = new HashMap<>();

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static List<Row> pages() {
        return Rows.all().stream()
                .filter(row -> Examples.of(row).filter(e -> !isLooked(e)).isEmpty())
                .toList();
    }

    private static boolean isLooked(Examples.Example example) {
        return example instanceof Examples.Looked;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isThereFitsAndAxeFindsNothing(Row row) {
        switch (Examples.of(row).orElse(null)) {
            case Examples.Looked(var who, var way) -> {
                try (Page page = visitor(who).newPage()) {
                    String path = way.apply(page);
                    assertThat(Look.inBothLanguages(page, path, "page-" + row)).isEqualTo(200);
                    assertThat(Site.path(page.url())).startsWith(path.split("\\?")[0]);
                }
            }
            case null, default ->
                    fail("nobody looks at %s: add a line for it to Examples", row.path());
        }
    }

    @Test
    void hardlyAnyIsLeftToALongerWalk() {
        var rows = Rows.all();
        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows.stream().map(Examples::of).flatMap(java.util.Optional::stream))
                .filteredOn(Examples.Elsewhere.class::isInstance)
                .hasSizeLessThan(MOST_ELSEWHERE);
    }

    private BrowserContext visitor(String who) {
        return visitors.computeIfAbsent(
                who,
                name ->
                        name.isEmpty()
                                ? chromium.window(Look.DESK, true)
                                : chromium.signedIn(Examples.person(name), true));
    }
}

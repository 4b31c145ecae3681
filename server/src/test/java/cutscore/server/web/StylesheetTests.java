package cutscore.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StylesheetTests {
    private final Assets assets = Assets.load();
    private final String css = assets.stylesheet().content();

    @Test
    void itWeighsNoMoreThanEighteenKilobytes() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(assets.stylesheet().bytes());
        }
        assertThat(packed.size()).isLessThanOrEqualTo(18 * 1024);
    }

    @Test
    void itsAddressChangesWithItsContent() {
        var other = Assets.Asset.of(css + " ", "cutscore.css");
        assertThat(assets.stylesheet().address()).matches("/assets/[0-9a-f]{16}/cutscore.css");
        assertThat(other.address()).isNotEqualTo(assets.stylesheet().address());
    }

    @Test
    void itNamesStartAndEndNeverLeftAndRight() {
        var physical =
                Pattern.compile(
                        "(?m)(?:^|[;{\\s])(?:(?:margin|padding|border)-(?:left|right|top|bottom)"
                                + "|left|right|float|text-align)\\s*:\\s*+(?!start|end|center)");
        assertThat(physical.matcher("p { margin-left: 1px }").find()).isTrue();
        assertThat(physical.matcher(css).results().map(found -> found.group()).toList()).isEmpty();
    }

    @Test
    void itAsksNothingOfNewBrowsersAndNothingOfOtherSites() {
        for (String newer : List.of(":has(", "@import", "url(", "http:", "https:", "@layer")) {
            assertThat(css).doesNotContain(newer);
        }
    }
}

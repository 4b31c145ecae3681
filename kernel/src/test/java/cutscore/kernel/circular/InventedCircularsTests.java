package cutscore.kernel.circular;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented circulars in the forms that provinces use; what must come out stands beside each. */
class InventedCircularsTests {
    private final Divisions divisions = Divisions.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gansu",
                "gansu-lines",
                "qinghai",
                "shaanxi",
                "guizhou",
                "yunnan",
                "guangxi",
                "tibet",
                "xinjiang",
                "chongqing",
                "neimenggu",
                "ningxia",
                "sichuan-except",
                "guizhou-table",
                "tibet-short",
                "sichuan-attachment",
                "guangxi-html",
                "gansu-late",
                "gansu-questions",
                "sichuan-measures",
                "ningxia-capitals"
            })
    void aCircularOfAnotherProvinceIsReadWhole(String name) throws IOException {
        var draft = CircularReader.read(text(name + ".txt"), divisions);
        var expected = expected(name);
        assertThat(draft.areas())
                .extracting(a -> a.code().value())
                .containsExactlyElementsOf(codes(expected.getOrDefault("areas", "")));
        assertThat(summary(draft, expected)).isEqualTo(rest(expected));
        assertThat(draft.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gansu", "qinghai", "yunnan", "neimenggu"})
    void lineEndsByteOrderMarkAndEncodingChangeNothing(String name) throws IOException {
        String text = text(name + ".txt");
        var plain = CircularReader.read(text, divisions).toJson().canonical();
        var crlf = text.replace("\n", "\r\n").getBytes(Charset.forName("GB18030"));
        var marked = ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
        assertThat(CircularReader.read(crlf, divisions).toJson().canonical()).isEqualTo(plain);
        assertThat(CircularReader.read(marked, divisions).toJson().canonical()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gansu", "qinghai", "shaanxi", "guangxi", "ningxia", "sichuan-except"})
    void advertisingAroundItChangesNothing(String name) throws IOException {
        String text = text(name + ".txt").replace("甘肃省人力资源考试中心网站", "网站");
        var clean = CircularReader.read(text, divisions).toJson().canonical();
        assertThat(CircularReader.read(CopiedPage.around(text), divisions).toJson().canonical())
                .isEqualTo(clean);
    }

    private static Map<String, String> rest(Map<String, String> expected) {
        var out = new TreeMap<>(expected);
        out.remove("areas");
        return out;
    }

    /** The same members as the expectation names, written the same way. */
    private static Map<String, String> summary(CircularDraft draft, Map<String, String> expected) {
        var window = draft.window();
        var all = new TreeMap<String, String>();
        all.put("title", Objects.toString(draft.title()));
        all.put("authority", Objects.toString(draft.authority()));
        all.put("published", Objects.toString(draft.published()));
        all.put("numbers", String.join(" ", draft.documentNumbers()));
        all.put("sessions", joined(draft.sessions()));
        all.put("window", window == null ? "none" : window.opens() + " " + window.closes());
        all.put("basis", String.join(" | ", draft.legalBasis()));
        all.put(
                "groups",
                joined(draft.groups().stream().map(InventedCircularsTests::group).toList()));
        all.put(
                "doubts",
                joined(
                        draft.spellingDoubts().stream()
                                .map(d -> d.written() + "=" + d.code())
                                .toList()));
        all.put(
                "lines",
                joined(draft.lines().stream().map(l -> l.session() + "=" + l.each()).toList()));
        all.put(
                "evidence",
                draft.groups().isEmpty()
                        ? ""
                        : String.join(" ", draft.groups().getFirst().evidence()));
        all.keySet().retainAll(expected.keySet());
        return all;
    }

    private static String group(CircularDraft.Group group) {
        var route = group.route();
        String way = route == null ? "-" : route.name().toLowerCase(Locale.ROOT);
        return group.who().name().toLowerCase(Locale.ROOT) + "/" + way;
    }

    private static String joined(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private List<String> codes(String written) {
        var out = new TreeSet<String>();
        for (String one : written.split(" ")) {
            if (one.startsWith("-")) {
                out.remove(one.substring(1));
            } else {
                divisions.counties(new DivisionCode(one)).stream()
                        .map(Division::code)
                        .filter(c -> !List.of("653228", "653229").contains(c.value()))
                        .forEach(c -> out.add(c.value()));
            }
        }
        return List.copyOf(out);
    }

    private static Map<String, String> expected(String name) throws IOException {
        return Arrays.stream(text(name + ".expected").strip().split("\n"))
                .map(line -> line.split(" ", 2))
                .collect(
                        Collectors.toMap(
                                p -> p[0],
                                p -> p.length > 1 ? p[1] : "",
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static String text(String file) throws IOException {
        try (InputStream in = InventedCircularsTests.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package cutscore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The limits of the house. They are a fence, not a virtue. */
class TidyTests {
    private static final int LINES = 400;
    private static final int METHOD = 70;
    private static final int COLUMNS = 100;
    private static final int DEPTH = 3;
    private static final Pattern EMPTY_NAMES =
            Pattern.compile("(Impl|Dto|DTO|Vo|Bo|Util|Utils|Manager|Helper|Common)$");
    // Put together here so that this file does not find itself.
    private static final Pattern LEFT_FOR_LATER =
            Pattern.compile("\\b(" + "FIX" + "ME|X" + "XX|TO" + "DO)\\b|@Dis" + "abled");

    @Test
    void aFileFitsOneSitting() {
        assertThat(Sources.java()).hasSizeGreaterThan(20);
        assertThat(
                        Sources.java().stream()
                                .filter(f -> Sources.text(f).lines().count() > LINES)
                                .map(Sources::name))
                .isEmpty();
    }

    @Test
    void aMethodFitsOneScreen() {
        assertThat(methods(m -> m.lines() > METHOD)).isEmpty();
    }

    @Test
    void nothingNestsDeeperThanThree() {
        // Tests may nest one deeper: a property test is a loop around loops.
        assertThat(methods(m -> m.depth() > DEPTH + 1)).isEmpty();
        assertThat(methods(m -> m.depth() > DEPTH)).allMatch(m -> m.contains("/src/test/"));
    }

    @Test
    void aLineFitsTheColumn() {
        assertThat(
                        Sources.java().stream()
                                .flatMap(f -> wideLines(f).map(n -> Sources.name(f) + ":" + n)))
                .isEmpty();
    }

    /** SQL and sample pages in text blocks, sentences in quotes and imports may run on a little. */
    private static java.util.stream.Stream<Integer> wideLines(Path file) {
        List<Integer> wide = new ArrayList<>();
        boolean inBlock = false;
        int number = 0;
        for (String line : Sources.text(file).lines().toList()) {
            number++;
            inBlock ^= line.contains("\"\"\"") && !line.matches(".*\"\"\".*\"\"\".*");
            boolean given = inBlock || line.contains("\"") || line.startsWith("import ");
            int limit = given ? 2 * COLUMNS : COLUMNS;
            if (line.length() > limit) {
                wide.add(number);
            }
        }
        return wide.stream();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(
                        Sources.java().stream()
                                .filter(f -> EMPTY_NAMES.matcher(typeName(f)).find())
                                .map(Sources::name))
                .isEmpty();
    }

    @Test
    void nothingIsLeftToFixLater() {
        assertThat(
                        Sources.java().stream()
                                .filter(f -> LEFT_FOR_LATER.matcher(Sources.text(f)).find())
                                .map(Sources::name))
                .isEmpty();
    }

    @Test
    void onlyTheEdgeCatchesEverything() {
        assertThat(
                        Sources.java().stream()
                                .filter(f -> Sources.name(f).contains("/src/main/"))
                                .filter(f -> !Sources.name(f).contains("cutscore/server/web/"))
                                // Spring's own look-up of handlers declares that it throws
                                // anything.
                                .filter(f -> !typeName(f).equals("Lanes"))
                                .filter(f -> !typeName(f).equals("Main"))
                                .filter(f -> !typeName(f).equals("Cutscore"))
                                .filter(
                                        f ->
                                                Shape.of(f).caught().stream()
                                                        .anyMatch(TidyTests::everything))
                                .map(Sources::name))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        var withoutContract =
                Sources.java().stream()
                        .filter(f -> Sources.name(f).contains("/src/main/"))
                        .map(Path::getParent)
                        .distinct()
                        .map(p -> p.resolve("package-info.java"))
                        .filter(
                                p ->
                                        !p.toFile().exists()
                                                || !Sources.text(p).contains("@NullMarked")
                                                || !Sources.text(p).contains("/**"))
                        .map(Sources::name);
        assertThat(withoutContract).isEmpty();
    }

    @Test
    void theRulersMeasure() {
        String deep = "class A { void m() { for(;;) { if (a) { while(b) { if (c) {} } } } } }";
        assertThat(Shape.of(deep).methods())
                .singleElement()
                .satisfies(m -> assertThat(m.depth()).isEqualTo(4));
        String tall = "class A { void m() {" + "\n;".repeat(80) + "} }";
        assertThat(Shape.of(tall).methods().getFirst().lines()).isEqualTo(81);
        String greedy = "class A { void m() { try { b(); } catch (Exception e) { } } }";
        assertThat(Shape.of(greedy).caught()).anyMatch(TidyTests::everything);
        assertThat(EMPTY_NAMES.matcher("DeclarationManager").find()).isTrue();
    }

    private static boolean everything(String caught) {
        return caught.equals("Exception") || caught.equals("Throwable");
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static List<String> methods(java.util.function.Predicate<Shape.Method> tooMuch) {
        return Sources.java().stream()
                .flatMap(
                        f ->
                                Shape.of(f).methods().stream()
                                        .filter(tooMuch)
                                        .map(m -> Sources.name(f) + " " + m))
                .collect(Collectors.toList());
    }
}

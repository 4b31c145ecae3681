package cutscore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Papers that are lists of something are lists of all of it. */
class PapersTests {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern MANAGED =
            Pattern.compile("<dependencyManagement>.*?</dependencyManagement>", Pattern.DOTALL);

    @Test
    void everyLibraryThatAModuleNamesHasItsLicence() {
        String listed = Sources.text(Sources.HOUSE.resolve("docs/licences.md"));
        var named = new TreeSet<String>();
        Sources.find("pom.xml").forEach(pom -> named.addAll(libraries(pom)));
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(named.stream().filter(one -> !listed.contains("| " + one + " |"))).isEmpty();
    }

    /** What a module brings to whoever runs it. */
    private static List<String> libraries(Path pom) {
        return DEPENDENCY
                .matcher(MANAGED.matcher(Sources.text(pom)).replaceAll(""))
                .results()
                .map(one -> one.group(1))
                .filter(one -> !one.contains("<scope>test</scope>"))
                .map(one -> element(one, "groupId") + ":" + element(one, "artifactId"))
                .filter(one -> !one.startsWith("cutscore") && !one.contains("$"))
                .toList();
    }

    private static String element(String xml, String name) {
        var found = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void theListOfDecisionsNamesEveryDecisionOnceByItsTitle() {
        var folder = Sources.HOUSE.resolve("docs/decisions");
        String expected =
                Sources.find(".md")
                        .filter(file -> file.startsWith(folder) && !file.endsWith("README.md"))
                        .map(PapersTests::row)
                        .collect(Collectors.joining("\n"));
        assertThat(Sources.text(folder.resolve("README.md")).strip()).endsWith(expected);
    }

    private static String row(Path decision) {
        String title = Sources.text(decision).lines().findFirst().orElseThrow().substring(2);
        return "- [" + title + "](" + decision.getFileName() + ")";
    }
}

package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier recomputed by a program of sixty lines in another language, shipped as an example. */
class ForeignRecomputationTests {
    private static final Path PROGRAM = Path.of("..", "examples", "recompute.py");
    private static final List<String> SHAPES =
            List.of(
                    "\"shape\":\"uniform\"",
                    "\"shape\":\"perSubject\",\"grid\":{\"lowest\":\"30\"}",
                    "\"shape\":\"totalAndFloor\",\"floor\":\"38.5\",\"grid\":{\"step\":\"0.5\"}");

    @TempDir private Path folder;

    @BeforeEach
    void anInventedSession() throws IOException {
        Files.writeString(file("areas.csv"), "division_code\n513200\n513300\n513400\n");
        run(
                "roster",
                "generate",
                "--examinees",
                "5000",
                "--seed",
                "7",
                "--out",
                path("roster.csv"));
    }

    @Test
    void everyShapeComesOutAgainInAnotherLanguage() throws Exception {
        for (String shape : SHAPES) {
            for (String key : List.of("level", "qualification")) {
                determine("{\"session\":\"2023-1\",\"key\":\"" + key + "\"," + shape + "}");
                String dossier = Files.readString(file("dossier.json"));
                assertThat(dossier).contains("separate-line");
                assertThat(recomputed()).describedAs(shape).isZero();
            }
        }
    }

    @Test
    void aDossierThatSaysOnePersonMoreDiffers() throws Exception {
        for (String shape : SHAPES) {
            determine("{\"session\":\"2023-1\"," + shape + "}");
            String dossier = Files.readString(file("dossier.json"));
            for (String figure : List.of("\"passed\":", "\"headroom\":", "\"nationalPassed\":")) {
                int at = dossier.lastIndexOf(figure) + figure.length();
                String altered = dossier.substring(0, at) + "1" + dossier.substring(at);
                Files.writeString(file("dossier.json"), altered);
                assertThat(recomputed()).describedAs(shape + figure).isEqualTo(1);
            }
        }
    }

    @Test
    void anotherRuleThanThePacksDiffers() throws Exception {
        determine("{\"session\":\"2023-1\"}");
        String dossier = Files.readString(file("dossier.json"));
        Files.writeString(
                file("dossier.json"), dossier.replace("\"sat\":\"any\"", "\"sat\":\"all\""));
        assertThat(recomputed()).isEqualTo(1);
    }

    @Test
    void whatIsNoDossierIsUnreadable() throws Exception {
        determine("{\"session\":\"2023-1\"}");
        for (String text : List.of("", "[]", "{\"rule\":{}}", "名册")) {
            Files.writeString(file("dossier.json"), text);
            assertThat(recomputed()).describedAs(text).isEqualTo(2);
        }
        Files.delete(file("dossier.json"));
        assertThat(recomputed()).isEqualTo(2);
    }

    private int recomputed() throws Exception {
        var process =
                new ProcessBuilder(
                                "python3",
                                PROGRAM.toString(),
                                path("dossier.json"),
                                path("pack.json"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).isNotBlank().doesNotContain("Traceback");
        return process.exitValue();
    }

    private void determine(String rule) throws IOException {
        Files.writeString(file("rule.json"), rule);
        run(
                "line",
                "determine",
                "--roster",
                path("roster.csv"),
                "--areas",
                path("areas.csv"),
                "--rule",
                path("rule.json"),
                "--out",
                path("dossier.json"),
                "--pack",
                path("pack.json"));
    }

    private static void run(String... line) {
        assertThat(Main.run(line)).isZero();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String path(String name) {
        return file(name).toString();
    }
}

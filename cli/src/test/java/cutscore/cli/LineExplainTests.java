package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code line explain} on a session small enough to be counted by hand. */
class LineExplainTests {
    @TempDir private Path folder;

    /** National 2 of 8; in the areas one of four may pass: I40 does, at 40 and not at 39. */
    @BeforeEach
    void aSessionOfEight() throws IOException {
        write("areas.csv", "division_code,name,ground,from,to,circular\n513326,道孚县,,,,一号\n");
        write("rule.json", "{\"session\":\"2023-1\"}");
        write(
                "roster.csv",
                "admission_number,division_code,qualification,subject_1,subject_2,subject_3,"
                        + "standing,identity_type,identity_number,name\n"
                        + row("I40", "513326", "40,40,40,")
                        + row("I39", "513326", "39,44,40,")
                        + row("IVOID", "513326", "60,60,60,voided")
                        + row("I20", "513326", "20,20,20,")
                        + row("IABS", "513326", "20,20,,")
                        + row("N1", "510107", "50,50,50,")
                        + row("N2", "510107", "50,50,50,")
                        + row("O41", "510107", "41,41,41,")
                        + row("O10", "510107", "10,10,10,"));
    }

    @Test
    void inIsExitNoughtAndOutIsOne() {
        assertThat(explain("I40")).isZero();
        assertThat(explain("N1")).isZero();
        assertThat(explain("I39")).isEqualTo(1);
        assertThat(explain("O41")).isEqualTo(1);
        assertThat(explain("IVOID")).isEqualTo(1);
    }

    @Test
    void aDeclarationMakesTheLineApply() throws IOException {
        write("declared.csv", "admission_number\nO41\n");
        assertThat(explain("O41", "--declared", path("declared.csv"))).isZero();
    }

    @Test
    void whoIsNotOnTheRosterIsExitTwo() {
        assertThat(explain("X1")).isEqualTo(2);
    }

    @Test
    void theDocumentHoldsTheSourceAndNoPerson() {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(explain("I39", "--json")).isEqualTo(1);
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"admissionNumber\":\"I39\"")
                .contains("\"circular\":\"一号\"")
                .contains("\"toLine\":\"-1\"")
                .doesNotContain("某某", "99000019981118000X");
    }

    @Test
    void aDossierIsExplainedOnlyWhenItComesOutOfTheSameFiles() throws IOException {
        assertThat(
                        Main.run(
                                "line",
                                "determine",
                                "--roster",
                                path("roster.csv"),
                                "--areas",
                                path("areas.csv"),
                                "--rule",
                                path("rule.json"),
                                "--out",
                                path("dossier.json")))
                .isZero();
        assertThat(byDossier("I40")).isZero();
        assertThat(byDossier("I39")).isEqualTo(1);
        write("areas.csv", "division_code\n513326\n513322\n");
        assertThat(byDossier("I40")).isEqualTo(2);
        assertThat(explain("I40", path("dossier.json"))).isEqualTo(2);
    }

    private int byDossier(String number) {
        return Main.run(
                "line",
                "explain",
                path("dossier.json"),
                "--admission",
                number,
                "--roster",
                path("roster.csv"),
                "--areas",
                path("areas.csv"));
    }

    private int explain(String number, String... more) {
        var line =
                new ArrayList<>(
                        List.of(
                                "line",
                                "explain",
                                "--admission",
                                number,
                                "--roster",
                                path("roster.csv"),
                                "--areas",
                                path("areas.csv"),
                                "--rule",
                                path("rule.json")));
        line.addAll(List.of(more));
        return Main.run(line.toArray(String[]::new));
    }

    private static String row(String number, String division, String marks) {
        return number + "," + division + ",信息系统项目管理师," + marks + ",居民身份证,99000019981118000X,某某\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}

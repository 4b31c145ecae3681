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

/** {@code line blast} on a session small enough to be counted by hand. */
class LineBlastTests {
    @TempDir private Path folder;

    /** National 2 of 6; in the areas one of four may pass: the line is 40. */
    @BeforeEach
    void aPublishedLine() throws IOException {
        write("areas.csv", "division_code\n513326\n");
        write("rule.json", "{\"session\":\"2023-1\"}");
        write(
                "roster.csv",
                "admission_number,division_code,qualification,subject_1,subject_2,subject_3\n"
                        + row("I40", "513326", "40")
                        + row("I39", "513326", "39")
                        + row("I20", "513326", "20")
                        + row("I21", "513326", "21")
                        + row("N1", "510107", "50")
                        + row("N2", "510107", "50"));
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
    }

    @Test
    void theExitCodeSaysWhetherTheLineStays() throws IOException {
        assertThat(blast("score,I20,1,30\n")).isZero();
        assertThat(blast("score,N2,1,44.5\n")).isEqualTo(1);
        assertThat(blast("score,I39,1,40\nscore,I39,2,40\nscore,I39,3,40\n")).isEqualTo(1);
    }

    @Test
    void aBadChangeIsExitTwo() throws IOException {
        assertThat(blast("score,NOBODY,1,40\n")).isEqualTo(2);
        assertThat(blast("score,I40,1,forty\n")).isEqualTo(2);
        assertThat(blast("")).isEqualTo(2);
    }

    @Test
    void nothingChangesByAsking() throws IOException {
        var before = Files.readAllBytes(folder.resolve("dossier.json"));
        var roster = Files.readAllBytes(folder.resolve("roster.csv"));
        blast("score,N2,1,44.5\n");
        assertThat(folder.resolve("dossier.json")).hasBinaryContent(before);
        assertThat(folder.resolve("roster.csv")).hasBinaryContent(roster);
    }

    @Test
    void theDocumentNamesWhoMovesAndExplainsThemBeforeAndAfter() throws IOException {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(blast("area,513326,,remove\n", "--json")).isEqualTo(1);
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"changes\":1")
                .contains("\"admissionNumber\":\"I40\"")
                .contains("\"moves\":\"loses\"")
                .contains("\"explainedNow\"")
                .contains("\"fact\":\"removed\"")
                .contains("NOBODY_MEASURED");
    }

    private int blast(String rows, String... more) throws IOException {
        write("changes.csv", "change,of,subject,to\n" + rows);
        var line =
                new ArrayList<>(
                        List.of(
                                "line",
                                "blast",
                                path("dossier.json"),
                                "--roster",
                                path("roster.csv"),
                                "--areas",
                                path("areas.csv"),
                                "--changes",
                                path("changes.csv")));
        line.addAll(List.of(more));
        return Main.run(line.toArray(String[]::new));
    }

    private static String row(String number, String division, String mark) {
        return "%s,%s,信息系统项目管理师,%s,%s,%s\n".formatted(number, division, mark, mark, mark);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}

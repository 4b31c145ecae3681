package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineCommandTests {
    @TempDir private Path folder;

    @BeforeEach
    void anInventedSession() throws IOException {
        Files.writeString(file("areas.csv"), "division_code\n513200\n513300\n513400\n");
        Files.writeString(file("rule.json"), "{\"session\":\"2023-1\"}");
        assertThat(
                        Main.run(
                                "roster",
                                "generate",
                                "--examinees",
                                "5000",
                                "--seed",
                                "7",
                                "--out",
                                path("roster.csv")))
                .isZero();
    }

    @Test
    void aDossierRecomputesFromTheRosterAndFromThePublicPack() throws IOException {
        assertThat(determine("dossier.json", "--pack", path("pack.json"))).isZero();
        assertThat(recompute("--roster", path("roster.csv"), "--areas", path("areas.csv")))
                .isZero();
        assertThat(recompute("--pack", path("pack.json"))).isZero();
        String dossier = Files.readString(file("dossier.json"));
        assertThat(dossier).startsWith("{\"engine\":{\"name\":\"cutscore-line\"").endsWith("}");

        Files.writeString(
                file("dossier.json"), dossier.replaceFirst("\"passed\":\\d+", "\"passed\":1"));
        assertThat(recompute("--roster", path("roster.csv"), "--areas", path("areas.csv")))
                .isEqualTo(1);
        assertThat(recompute("--pack", path("pack.json"))).isEqualTo(1);
    }

    @Test
    void provincesNamedAsMissingAreCarriedOverAndABadNamingIsNoDossier() throws IOException {
        assertThat(determine("dossier.json", "--pack", path("pack.json"))).isZero();
        String dossier = Files.readString(file("dossier.json"));
        assertThat(dossier).doesNotContain("missing");
        String named = "\"missing\":[{\"province\":\"630000\",\"why\":\"申报延期（虚构）\"}],\"rule\"";
        Files.writeString(file("dossier.json"), dossier.replaceFirst("\"rule\"", named));
        assertThat(recompute("--roster", path("roster.csv"), "--areas", path("areas.csv")))
                .isZero();
        assertThat(recompute("--pack", path("pack.json"))).isZero();
        Files.writeString(
                file("dossier.json"),
                dossier.replaceFirst("\"rule\"", named.replace("630000", "632600")));
        assertThat(recompute("--pack", path("pack.json"))).isEqualTo(2);
    }

    @Test
    void badInputIsExitTwoAndNothingIsWritten() throws IOException {
        Files.writeString(file("rule.json"), "{\"colour\":1}");
        assertThat(determine("never.json")).isEqualTo(2);
        Files.writeString(file("rule.json"), "{\"pool\":\"declared\"}");
        assertThat(determine("never.json")).isEqualTo(2);
        Files.writeString(file("rule.json"), "{}");
        Files.writeString(file("areas.csv"), "division_code,name\n513326,道乎县\n");
        assertThat(determine("never.json")).isEqualTo(2);
        Files.writeString(file("areas.csv"), "division_code\n513326\n");
        Files.writeString(file("roster.csv"), "admission_number\n1\n");
        assertThat(determine("never.json")).isEqualTo(2);
        assertThat(Main.run("roster", "check", path("roster.csv"))).isEqualTo(2);
        assertThat(file("never.json")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }

    private int determine(String out, String... more) {
        String[] line = {
            "line",
            "determine",
            "--roster",
            path("roster.csv"),
            "--areas",
            path("areas.csv"),
            "--rule",
            path("rule.json"),
            "--out",
            path(out)
        };
        String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return Main.run(all);
    }

    private int recompute(String... from) {
        String[] all = new String[from.length + 3];
        all[0] = "line";
        all[1] = "recompute";
        all[2] = path("dossier.json");
        System.arraycopy(from, 0, all, 3, from.length);
        return Main.run(all);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String path(String name) {
        return file(name).toString();
    }
}

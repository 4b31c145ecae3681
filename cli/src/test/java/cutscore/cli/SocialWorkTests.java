package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of another exam: a line that differs by province and by subject. */
class SocialWorkTests {
    private static final Path EXAMPLE = Path.of("..", "examples", "social-work");

    @TempDir private Path folder;

    @Test
    void eachProvinceHasALineOfItsOwnWithAMarkForEachSubject() throws IOException {
        assertThat(lines("sichuan")).containsEntry("社会工作师", "57 59 58");
        assertThat(lines("yunnan")).containsEntry("社会工作师", "58 57 57");
        assertThat(lines("yunnan")).containsEntry("助理社会工作师", "55 54");
    }

    @Test
    void theFrontierShowsEveryVectorThatNobodyCouldLower() throws IOException {
        Path out = folder.resolve("frontier.json");
        assertThat(
                        run(
                                "determine",
                                "yunnan",
                                "--rule",
                                of("rule.json"),
                                "--out",
                                folder.resolve("dossier.json").toString(),
                                "--frontier",
                                out.toString()))
                .isZero();
        var assistants = Json.parseObject(Files.readString(out)).array("keys").getFirst();
        assertThat(assistants.canonical())
                .isEqualTo(
                        "{\"frontier\":[{\"headroom\":2,\"marks\":[\"50\",\"56\"],\"passed\":17},"
                                + "{\"headroom\":1,\"marks\":[\"52\",\"55\"],\"passed\":18},"
                                + "{\"headroom\":0,\"marks\":[\"55\",\"54\"],\"passed\":19},"
                                + "{\"headroom\":0,\"marks\":[\"56\",\"50\"],\"passed\":19}],"
                                + "\"key\":\"助理社会工作师\"}");
    }

    private Map<String, String> lines(String province) throws IOException {
        Path out = folder.resolve(province + ".json");
        Path pack = folder.resolve(province + "-pack.json");
        assertThat(
                        run(
                                "determine",
                                province,
                                "--rule",
                                of("rule.json"),
                                "--out",
                                out.toString(),
                                "--pack",
                                pack.toString()))
                .isZero();
        assertThat(run("recompute", province, out.toString())).isZero();
        assertThat(Main.run("line", "recompute", out.toString(), "--pack", pack.toString()))
                .isZero();
        Map<String, String> lines = new TreeMap<>();
        for (var key : Dossier.read("dossier", Files.readString(out)).keys()) {
            if (key.outcome() instanceof SeparateLine(PassingLine.BySubject(var marks), _, _, _)) {
                lines.put(
                        key.key(),
                        String.join(" ", marks.stream().map(m -> m.toString()).toList()));
            }
        }
        return lines;
    }

    private static int run(String command, String province, String... more) {
        String[] files = {
            "line", command,
            "--roster", of("roster.csv"),
            "--areas", of("areas-" + province + ".csv"),
            "--qualifications", of("qualifications.csv")
        };
        String[] all = Arrays.copyOf(files, files.length + more.length);
        System.arraycopy(more, 0, all, files.length, more.length);
        return Main.run(all);
    }

    private static String of(String file) {
        return EXAMPLE.resolve(file).toString();
    }
}

package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircularCommandTests {
    private static final Path SICHUAN = Path.of("../examples/circulars/sichuan-2023H1.txt");
    @TempDir private Path folder;

    private record Ran(int exit, String out, String err) {}

    @Test
    void readAnswersTheDraftAsJson() {
        var ran = run("circular", "read", SICHUAN.toString(), "--json");
        assertThat(ran.exit()).isZero();
        assertThat(Json.parseObject(ran.out()).array("areas")).hasSize(51);
    }

    @Test
    void readTellsPeopleTheSame() {
        var ran = run("circular", "read", SICHUAN.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("51 个县级单位")
                .contains("道乎县 → 道孚县 513326")
                .contains("2023-08-22T09:00:00+08:00 … 2023-09-04T17:00:00+08:00");
    }

    @Test
    void areasWritesOneCountyARow() throws IOException {
        var csv = folder.resolve("areas.csv");
        Files.writeString(csv, "something older");
        var ran = run("circular", "areas", SICHUAN.toString(), "--out", csv.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("道乎县");
        assertThat(Files.readAllLines(csv))
                .hasSize(52)
                .startsWith("division_code,name,ground,from,to,circular")
                .contains("513326,道孚县,KEY_COUNTY;TIBETAN_COUNTIES,,,四川省人事考试中心 2023-08-22");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aTextThatIsNoCircularLeavesTheFileAsItWas() throws IOException {
        var csv = folder.resolve("areas.csv");
        Files.writeString(csv, "something older");
        var text = folder.resolve("poem.txt");
        Files.writeString(text, "床前明月光，疑是地上霜。\n");
        var ran = run("circular", "areas", text.toString(), "--out", csv.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("poem.txt").contains("单独划线地区");
        assertThat(Files.readString(csv)).isEqualTo("something older");
    }

    @Test
    void aMissingFileAndAWrongEncodingExitTwo() throws IOException {
        assertThat(run("circular", "read", folder.resolve("none.txt").toString()).exit())
                .isEqualTo(2);
        var broken = folder.resolve("broken.txt");
        Files.write(broken, new byte[] {(byte) 0xff, (byte) 0xff, 'a', (byte) 0x80});
        var ran = run("circular", "read", broken.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("UTF-8").contains("GB18030");
    }

    @Test
    void aFileInGb18030IsReadTheSame() throws IOException {
        var file = folder.resolve("gb.txt");
        Files.write(file, Files.readString(SICHUAN).getBytes(Charset.forName("GB18030")));
        assertThat(run("circular", "read", file.toString(), "--json").out())
                .isEqualTo(run("circular", "read", SICHUAN.toString(), "--json").out());
    }

    @Test
    void helpTeachesByExample() {
        assertThat(run("circular", "read", "--help").out())
                .contains("例 / Example")
                .contains("--json");
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var stdout = System.out;
        var stderr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(arguments);
            return new Ran(
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }
}

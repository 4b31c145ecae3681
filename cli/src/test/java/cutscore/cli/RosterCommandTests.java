package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roster template} and {@code roster check} of workbooks, by their exit codes and files. */
class RosterCommandTests {
    @TempDir Path folder;

    @Test
    void aFaultyTableComesBackAsAWorkbookAndSaysTheSame() throws IOException {
        Path csv = folder.resolve("r.csv");
        assertThat(
                        Main.run(
                                "roster",
                                "generate",
                                "--examinees",
                                "20",
                                "--seed",
                                "3",
                                "--out",
                                csv.toString()))
                .isZero();
        assertThat(Main.run("roster", "check", csv.toString(), "--import")).isZero();
        Path faulty = folder.resolve("faulty.csv");
        Files.writeString(
                faulty, Files.readString(csv).replace("XG20231000000003,", "XG20231000000002,"));
        Path errors = folder.resolve("errors.xlsx");
        assertThat(Main.run("roster", "check", faulty.toString(), "--errors", errors.toString()))
                .isEqualTo(2);
        assertThat(errors).exists();
        assertThat(Main.run("roster", "check", errors.toString())).isEqualTo(2);
        Path none = folder.resolve("none.xlsx");
        assertThat(Main.run("roster", "check", csv.toString(), "--errors", none.toString()))
                .isZero();
        assertThat(none).doesNotExist();
    }

    @Test
    void theTemplateIsWrittenAndReadable() {
        Path template = folder.resolve("t.xlsx");
        assertThat(Main.run("roster", "template", "--out", template.toString())).isZero();
        assertThat(template).exists();
        assertThat(Main.run("roster", "check", template.toString()))
                .as("it has no row")
                .isEqualTo(2);
        assertThat(Main.run("roster", "template", "--out", template.toString(), "--session", "x"))
                .isEqualTo(2);
        assertThat(Main.run("roster", "check", folder.resolve("absent.xlsx").toString()))
                .isEqualTo(2);
    }

    @Test
    void aBrokenWorkbookIsRefused() throws IOException {
        Path broken = Files.write(folder.resolve("b.xlsx"), new byte[] {'P', 'K', 3, 4, 9});
        assertThat(Main.run("roster", "check", broken.toString())).isEqualTo(2);
    }
}

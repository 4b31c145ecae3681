package cutscore.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No cell of an export carries a formula; what was text comes back as the same text. */
class CellTextTests {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");
    private static final List<String> SIGNS =
            List.of("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠");
    private static final List<String> TAILS =
            List.of(
                    "1+1",
                    "HYPERLINK(\"http://127.0.0.1/\",\"点\")",
                    "cmd|' /C calc'!A0",
                    "SUM(A1:A2)");

    @TempDir Path folder;

    private static List<String> attacks() {
        var all = new ArrayList<String>();
        for (var sign : SIGNS) {
            for (var tail : TAILS) {
                all.addAll(List.of(sign + tail, "\"" + sign + tail, " " + sign + tail));
            }
        }
        return all;
    }

    @Test
    void whatBeginsLikeAFormulaIsSeenAndANameIsNot() {
        assertThat(attacks()).allMatch(CellText::looksLikeAFormula);
        assertThat(List.of("张*", "阿依古丽·买买提", "四(一)", "2023-09-04", "SB-7K2M-1", "a=b", ""))
                .noneMatch(CellText::looksLikeAFormula);
    }

    @Test
    void theWorkbookHoldsEachAsTextAndGivesItBack() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            var sheet = book.getSheetAt(0);
            for (int i = 0; i < attacks().size(); i++) {
                var cell = sheet.getRow(i + 1).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                assertThat(cell.getStringCellValue().replace("\r\n", "\r").replace('\n', '\r'))
                        .isEqualTo(CellText.printable(attacks().get(i)));
            }
        }
    }

    @Test
    void libreOfficeComputesNoneOfThem() throws Exception {
        assertThat(SOFFICE).as("Debian: apt-get install libreoffice-calc-nogui").isExecutable();
        var xlsx = Files.write(folder.resolve("a.xlsx"), workbook());
        assertThat(converted(xlsx)).isEmpty();
        var csv = new ByteArrayOutputStream();
        try (var writer = new CsvWriter(csv, true, "mark")) {
            for (var attack : attacks()) {
                writer.row(List.of(attack));
            }
            writer.finish();
        }
        assertThat(converted(Files.write(folder.resolve("b.csv"), csv.toByteArray()))).isEmpty();
        var naked = Files.writeString(folder.resolve("naked.csv"), "=1+1\r\n");
        assertThat(converted(naked)).as("the control: LibreOffice does compute").isNotEmpty();
    }

    /** The formulas that LibreOffice finds, in its own flat format. */
    private List<String> converted(Path file) throws Exception {
        var soffice =
                new ProcessBuilder(
                                SOFFICE.toString(),
                                "--headless",
                                "-env:UserInstallation=file://" + folder.resolve("office"),
                                "--convert-to",
                                "fods",
                                "--outdir",
                                folder.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("office.log").toFile())
                        .start();
        assertThat(soffice.waitFor(150, TimeUnit.SECONDS)).isTrue();
        var name = file.getFileName().toString().replaceFirst("\\..*", ".fods");
        return Files.readString(folder.resolve(name))
                .lines()
                .filter(line -> line.contains("table:formula="))
                .toList();
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        var mark = new WorkbookWriter.Mark("员", Instant.EPOCH, "试", "=mark");
        try (var writer = new WorkbookWriter(out, mark)) {
            attacks().forEach(attack -> writer.row(List.of(attack)));
            writer.finish();
        }
        return out.toByteArray();
    }

    @Test
    void aNameKeepsItsFirstSignOnly() {
        assertThat(MaskedName.of("张三丰")).isEqualTo("张*");
        assertThat(MaskedName.of("𠮷田")).isEqualTo("𠮷*");
        assertThat(MaskedName.of("阿依古丽·买买提")).isEqualTo("阿*");
        assertThat(MaskedName.of(" ")).isEmpty();
    }
}

package cutscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, opened and saved by LibreOffice, which {@code ./cutscore test} installs. */
class LibreOfficeTests {
    @TempDir Path folder;

    @Test
    void anErrorWorkbookSurvivesAnotherSpreadsheetWithItsRedCellsAndComments()
            throws IOException, InterruptedException {
        var book = Books.roster();
        Books.put(book.getSheetAt(0).createRow(1), Books.good("0001"));
        var bad = Books.put(book.getSheetAt(0).createRow(2), Books.good("0002"));
        bad.createCell(8).setCellValue(1.1010119900101123E17);
        bad.createCell(9).setCellValue("=1+1");
        var sent = Books.save(book, folder.resolve("r.xlsx"));
        var back = Books.errors(sent, folder.resolve("errors.xlsx"));
        convert(back, "ods", folder.resolve("ods"));
        convert(folder.resolve("ods/errors.ods"), "xlsx", folder.resolve("again"));
        var again = folder.resolve("again/errors.xlsx");
        try (var given = new XSSFWorkbook(Files.newInputStream(again))) {
            var sheet = given.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("已收");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("0001");
            var red = sheet.getRow(2).getCell(9);
            assertThat(red.getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(red.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFFFC7CE");
            assertThat(red.getCellComment().getString().getString()).contains("末位已被 Excel 改为 0");
            assertThat(sheet.getRow(1).getCell(9).getCellComment()).isNull();
            var risky = sheet.getRow(2).getCell(10);
            assertThat(risky.getCellType().name()).isEqualTo("STRING");
            assertThat(risky.getStringCellValue()).isEqualTo("=1+1");
            red.setCellValue("990101199001011236");
            Books.save(given, folder.resolve("mended.xlsx"));
        }
        var read = Books.read(folder.resolve("mended.xlsx"));
        assertThat(read.cells()).isEmpty();
        assertThat(read.taken()).isEqualTo(1);
        assertThat(read.examinees().get(1).identityNumber()).isEqualTo("990101199001011236");
        assertThat(read.examinees()).hasSize(2);
    }

    @Test
    void theTemplatesListsSurviveToo() throws IOException, InterruptedException {
        var template = folder.resolve("template.xlsx");
        try (var out = Files.newOutputStream(template)) {
            RosterTemplate.write(new cutscore.kernel.id.SessionId("2023-1"), out);
        }
        convert(template, "ods", folder.resolve("ods"));
        convert(folder.resolve("ods/template.ods"), "xlsx", folder.resolve("again"));
        try (var book =
                new XSSFWorkbook(Files.newInputStream(folder.resolve("again/template.xlsx")))) {
            var formulas =
                    book.getSheet(Books.SHEET).getDataValidations().stream()
                            .map(v -> v.getValidationConstraint().getFormula1())
                            .toList();
            assertThat(formulas).anyMatch(f -> f.contains("INDIRECT") && f.contains("县区_"));
            assertThat(book.getName("县区_四川省")).isNotNull();
            assertThat(book.isSheetHidden(book.getSheetIndex("选项"))).isTrue();
        }
    }

    private void convert(Path file, String to, Path into) throws IOException, InterruptedException {
        var told = folder.resolve("told");
        var soffice =
                new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        into.toString(),
                        file.toString());
        soffice.redirectErrorStream(true).redirectOutput(told.toFile());
        Process running;
        try {
            running = soffice.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "LibreOffice is missing: ./cutscore test installs it"
                            + " (apt-get install libreoffice-calc-nogui)",
                    e);
        }
        assertThat(running.waitFor(120, TimeUnit.SECONDS)).as("soffice ends").isTrue();
        assertThat(into.resolve(file.getFileName().toString().replaceAll("\\.\\w+$", "." + to)))
                .as(Files.readString(told))
                .exists();
    }
}

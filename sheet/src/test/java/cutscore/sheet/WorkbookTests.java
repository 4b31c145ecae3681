package cutscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.SessionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTests {
    @TempDir Path folder;

    @Test
    void aNumberThatASpreadsheetRoundedIsRefusedWithTheRemedy() throws IOException {
        var book = Books.roster();
        var row = Books.put(book.getSheetAt(0).createRow(1), Books.good("A1"));
        row.createCell(8).setCellValue(1.1010119900101123E17);
        var small = Books.put(book.getSheetAt(0).createRow(2), Books.good("A2"));
        var scientific = book.createCellStyle();
        scientific.setDataFormat(book.createDataFormat().getFormat("0.00E+00"));
        small.createCell(0).setCellValue(123456789012d);
        small.getCell(0).setCellStyle(scientific);
        var read = Books.read(Books.save(book, folder.resolve("r.xlsx")));
        assertThat(read.cells()).containsExactly("CELL_ROUNDED@I2", "CELL_ROUNDED@A3");
        assertThat(read.report().faults().getFirst().what().zh())
                .isEqualTo("末位已被 Excel 改为 0，请把该列设为文本后重新填写");
        assertThat(read.examinees()).isEmpty();
    }

    @Test
    void anExactNumberIsReadAsItIs() throws IOException {
        var book = Books.roster();
        Books.put(
                book.getSheetAt(0).createRow(1),
                "A1",
                513326,
                "软件设计师",
                45.5,
                40,
                "",
                "",
                "居民身份证",
                "990101199001011234",
                "虚构甲");
        var read = Books.read(Books.save(book, folder.resolve("r.xlsx")));
        assertThat(read.cells()).isEmpty();
        assertThat(read.examinees().getFirst().division().value()).isEqualTo("513326");
        assertThat(read.examinees().getFirst().scores().getFirst().toString()).contains("45.5");
    }

    @Test
    void formulasDatesErrorsLineBreaksAndMergedCellsAreRefused() throws IOException {
        var book = Books.roster();
        var sheet = book.getSheetAt(0);
        for (int i = 1; i <= 5; i++) {
            Books.put(sheet.createRow(i), Books.good("A" + i));
        }
        sheet.getRow(1).createCell(3).setCellFormula("40+5");
        sheet.getRow(2).createCell(4).setCellValue(45000);
        var date = book.createCellStyle();
        date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        sheet.getRow(2).getCell(4).setCellStyle(date);
        sheet.getRow(3).createCell(9).setCellValue("虚构\n甲");
        sheet.getRow(4).createCell(3).setCellValue(true);
        sheet.addMergedRegion(new CellRangeAddress(5, 5, 8, 9));
        var read = Books.read(Books.save(book, folder.resolve("r.xlsx")));
        assertThat(read.cells())
                .containsExactly(
                        "CELL_FORMULA@D2",
                        "CELL_DATE@E3",
                        "CELL_LINE_BREAK@J4",
                        "CELL_ERROR@D5",
                        "CELLS_MERGED@-");
    }

    @Test
    void theTemplateIsReadBackWithItsSampleLeftOut() throws IOException {
        var file = folder.resolve("t.xlsx");
        try (var out = Files.newOutputStream(file)) {
            RosterTemplate.write(new SessionId("2023-1"), out);
        }
        assertThat(Books.read(file).report().faults())
                .extracting(f -> f.code())
                .containsExactly("NO_ROWS");
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            var sheet = book.getSheet(Books.SHEET);
            assertThat(sheet.getColumnStyle(9).getDataFormatString()).isEqualTo("@");
            assertThat(book.getName("县区_四川省").getRefersToFormula()).startsWith("选项!$");
            assertThat(book.isSheetHidden(book.getSheetIndex("选项"))).isTrue();
            assertThat(sheet.getDataValidations())
                    .anyMatch(
                            v ->
                                    v.getValidationConstraint()
                                            .getFormula1()
                                            .equals("INDIRECT(\"县区_\"&$B4)"))
                    .allMatch(v -> v.getValidationConstraint().getFormula1().length() < 255);
            var row = sheet.createRow(3);
            Books.put(
                    row,
                    "0012",
                    "四川省",
                    "513326 道孚县",
                    "软件设计师",
                    "45",
                    "40",
                    "",
                    "",
                    "居民身份证",
                    "990101199001011234",
                    "虚构甲");
            Books.put(
                    sheet.createRow(4),
                    "0013",
                    "四川省",
                    "513326 道乎县",
                    "软件设计师",
                    45,
                    40,
                    "",
                    "",
                    "",
                    "990101199001011235",
                    "乙");
            Books.save(book, folder.resolve("t2.xlsx"));
        }
        var read = Books.read(folder.resolve("t2.xlsx"));
        assertThat(read.examinees()).extracting(e -> e.admissionNumber()).containsExactly("0012");
        assertThat(read.cells()).containsExactly("DIVISION_FORM@C5");
    }

    @Test
    void theErrorWorkbookIsMendedInPlaceAndSentAgain() throws IOException {
        var book = Books.roster();
        Books.put(book.getSheetAt(0).createRow(1), Books.good("A1"));
        var bad = Books.put(book.getSheetAt(0).createRow(2), Books.good("A2"));
        bad.createCell(8).setCellValue(1.1010119900101123E17);
        Books.put(book.getSheetAt(0).createRow(3), Books.good("A3"));
        bad.createCell(9).setCellValue("=HYPERLINK(\"http://127.0.0.1/\")");
        var sent = Books.save(book, folder.resolve("r.xlsx"));
        var back = Books.errors(sent, folder.resolve("e.xlsx"));
        try (var given = new XSSFWorkbook(Files.newInputStream(back))) {
            var sheet = given.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("结果");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("已收");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).startsWith("需改：[证件号码]");
            var red = sheet.getRow(2).getCell(9);
            assertThat(red.getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(red.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFFFC7CE");
            assertThat(red.getCellComment().getString().getString()).contains("末位已被 Excel 改为 0");
            assertThat(sheet.getRow(2).getCell(10).getCellType().name()).isEqualTo("STRING");
            assertThat(sheet.getRow(2).getCell(10).getCellStyle().getQuotePrefixed()).isTrue();
            // Fresh cells: where a text stands in line the library would leave the old one.
            sheet.getRow(2).createCell(9).setCellValue("990101199001011236");
            sheet.getRow(2).createCell(10).setCellValue("虚构乙");
            Books.save(given, folder.resolve("mended.xlsx"));
        }
        var read = Books.read(folder.resolve("mended.xlsx"));
        assertThat(read.cells()).isEmpty();
        assertThat(read.examinees()).hasSize(3);
        assertThat(read.examinees().get(1).identityNumber()).isEqualTo("990101199001011236");
        assertThat(read.examinees().get(1).name()).isEqualTo("虚构乙");
        assertThat(read.taken()).isEqualTo(2);
    }

    @Test
    void aBombALockedBookAndADocumentTypeAreRefusedAndNothingOutsideIsAsked() throws IOException {
        var good = Books.roster();
        Books.put(good.getSheetAt(0).createRow(1), Books.good("A1"));
        var file = Books.save(good, folder.resolve("r.xlsx"));
        String sheet = "xl/worksheets/sheet1.xml";
        refused(with(file, Map.of(sheet, "<worksheet>" + " ".repeat(60_000_000))), "UNSAFE");
        try (var ear = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ear.setSoTimeout(300);
            String entity =
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:"
                            + ear.getLocalPort()
                            + "/\">]><worksheet>&e;</worksheet>";
            refused(with(file, Map.of(sheet, entity)), "WORKBOOK_");
            String laughs =
                    "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                            + "<worksheet>&b;</worksheet>";
            refused(with(file, Map.of(sheet, laughs)), "WORKBOOK_");
            assertThatThrownBy(ear::accept).isInstanceOf(SocketTimeoutException.class);
        }
        refused(with(file, Map.of(sheet, "<worksheet><a>")), "WORKBOOK_");
        refused(Files.write(folder.resolve("no.xlsx"), new byte[] {'P', 'K', 3, 4, 5}), "BROKEN");
        refused(
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 17}),
                "OLD_OR_LOCKED");
        assertThat(Books.read(file).cells()).isEmpty();
    }

    private void refused(Path file, String code) {
        assertThatThrownBy(() -> Books.read(file))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.faults().getFirst().code()).contains(code));
    }

    /** The same package with other parts. */
    private Path with(Path file, Map<String, String> parts) throws IOException {
        var other = Files.createTempFile(folder, "other", ".xlsx");
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String part = parts.get(entry.getName());
                to.write(
                        part == null
                                ? from.getInputStream(entry).readAllBytes()
                                : part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return other;
    }
}

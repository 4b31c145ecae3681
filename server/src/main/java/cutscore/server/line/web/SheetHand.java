package cutscore.server.line.web;

import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes sheets row by row. A text is always a text: where a spreadsheet could take it for a
 * formula when it is edited, its cell is marked as quoted.
 */
final class SheetHand {
    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private final XSSFWorkbook book;
    private final XSSFCellStyle plain;
    private final XSSFCellStyle quoted;
    private final XSSFCellStyle strong;
    private final XSSFCellStyle count;
    private @Nullable XSSFSheet sheet;
    private int next;

    SheetHand(XSSFWorkbook book) {
        this.book = book;
        this.plain = book.createCellStyle();
        plain.setWrapText(true);
        this.quoted = book.createCellStyle();
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        this.strong = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        strong.setFont(font);
        this.count = book.createCellStyle();
        count.setDataFormat(book.createDataFormat().getFormat("#,##0"));
        count.setAlignment(HorizontalAlignment.RIGHT);
    }

    /** A fresh sheet with columns of these widths in characters. */
    void sheet(String name, int... widths) {
        var fresh = book.createSheet(name);
        next = 0;
        for (int i = 0; i < widths.length; i++) {
            fresh.setColumnWidth(i, widths[i] * 256);
        }
        sheet = fresh;
    }

    void title(String text) {
        cell(fresh(), 0, text, strong);
    }

    void head(String... texts) {
        var row = fresh();
        for (int i = 0; i < texts.length; i++) {
            cell(row, i, texts[i], strong);
        }
    }

    /** Texts and whole numbers, as they are. */
    void row(Object... values) {
        var row = fresh();
        for (int i = 0; i < values.length; i++) {
            put(row, i, values[i]);
        }
    }

    void empty() {
        fresh();
    }

    /** The row that is written next, counted from 1 as a formula counts. */
    int nextRow() {
        return next + 1;
    }

    /** A row whose cells are values or {@link Formula}s of ours. */
    XSSFRow fresh() {
        return Objects.requireNonNull(sheet, "a row before its sheet").createRow(next++);
    }

    void put(XSSFRow row, int column, Object value) {
        switch (value) {
            case Formula(var text) -> {
                var cell = row.createCell(column);
                cell.setCellFormula(text);
                cell.setCellStyle(count);
            }
            case Number number -> {
                var cell = row.createCell(column);
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(count);
            }
            default -> {
                String text = value.toString();
                boolean risky = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
                cell(row, column, text, risky ? quoted : plain);
            }
        }
    }

    private static void cell(XSSFRow row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    /** A formula of ours; what comes from outside is never one. */
    record Formula(String text) {}
}

package cutscore.sheet;

import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/**
 * How cells look, and that a text stays a text: every cell has the format {@code @}, and where a
 * spreadsheet could take it for a formula it is marked as quoted.
 */
final class Ink {
    /** Begin a formula, or did once; half and full width. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\0＝＋－＠";

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_x(?=[0-9A-Fa-f]{4}_)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f&&[^\\n]]");

    private final Workbook book;
    private final CellStyle plain;
    private final CellStyle quoted;
    private final CellStyle red;
    private final CellStyle redQuoted;
    private final CellStyle green;
    private final CellStyle strong;
    private final CellStyle quiet;

    Ink(Workbook book) {
        this.book = book;
        this.plain = text();
        this.quoted = text();
        quoted.setQuotePrefixed(true);
        this.red = red();
        this.redQuoted = red();
        redQuoted.setQuotePrefixed(true);
        this.green = filled(0xE2, 0xF0, 0xD9);
        this.strong = filled(0xEE, 0xEE, 0xEE);
        var font = book.createFont();
        font.setBold(true);
        strong.setFont(font);
        this.quiet = text();
        var grey = book.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        quiet.setFont(grey);
        quiet.setWrapText(true);
        quiet.setVerticalAlignment(VerticalAlignment.TOP);
    }

    /** The format {@code @}. */
    CellStyle text() {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        return style;
    }

    private CellStyle filled(int red, int green, int blue) {
        var style = text();
        ((XSSFCellStyle) style)
                .setFillForegroundColor(
                        new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue}, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private CellStyle red() {
        var style = filled(0xFF, 0xC7, 0xCE);
        var font = book.createFont();
        ((XSSFFont) font).setColor(new XSSFColor(new byte[] {(byte) 0x9C, 0, 6}, null));
        style.setFont(font);
        return style;
    }

    CellStyle plain() {
        return plain;
    }

    Cell put(Row row, int column, String text, boolean wrong) {
        boolean risky = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return put(row, column, text, wrong ? risky ? redQuoted : red : risky ? quoted : plain);
    }

    void good(Row row, int column, String text) {
        put(row, column, text, green);
    }

    Cell heading(Row row, int column, String text) {
        return put(row, column, text, strong);
    }

    void aside(Row row, int column, String text) {
        put(row, column, text, quiet);
    }

    private static Cell put(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            cell.setCellValue(escaped(text));
        }
        return cell;
    }

    /** What XML cannot hold stands as {@code _x0001_}, and what looks like that is told apart. */
    private static String escaped(String text) {
        boolean plain = text.chars().noneMatch(c -> c < ' ' || c == '_');
        return plain
                ? text
                : CONTROL.matcher(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_x"))
                        .replaceAll(
                                found -> String.format("_x%04X_", (int) found.group().charAt(0)));
    }
}

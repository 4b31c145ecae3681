package cutscore.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * A workbook whose cells are all text, streamed: a hundred rows are held at a time. The mark stands
 * in the first row, in the printed header and in the file's properties.
 */
final class WorkbookWriter implements TableWriter {
    private static final int HELD = 100;
    private static final int LONGEST = 32_767;

    private final SXSSFWorkbook book = new SXSSFWorkbook(HELD);
    private final SXSSFSheet sheet = book.createSheet("划线");
    private final CellStyle text;
    private final CellStyle quoted;
    private final OutputStream out;
    private int rows;

    WorkbookWriter(OutputStream out, Mark mark) {
        this.out = out;
        book.setCompressTempFiles(true);
        text = style(false);
        quoted = style(true);
        var core = book.getXSSFWorkbook().getProperties().getCoreProperties();
        core.setCreator(mark.officer());
        core.setTitle(mark.line());
        core.setSubjectProperty(mark.purpose());
        core.setCreated(Optional.of(Date.from(mark.at())));
        sheet.getHeader().setCenter(mark.line().replace("&", "&&"));
        sheet.createFreezePane(1, 2);
        row(List.of(mark.line()));
    }

    /**
     * What every file says of itself.
     *
     * @param officer who asked
     * @param line the whole sentence
     */
    record Mark(String officer, Instant at, String purpose, String line) {}

    private CellStyle style(boolean quotes) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        if (style instanceof XSSFCellStyle ours) {
            ours.setQuotePrefixed(quotes);
        }
        return style;
    }

    @Override
    public void row(List<String> cells) {
        var row = sheet.createRow(rows++);
        for (int i = 0; i < cells.size(); i++) {
            String value = cells.get(i);
            Cell cell = row.createCell(i);
            cell.setCellStyle(CellText.looksLikeAFormula(value) ? quoted : text);
            String shown = CellText.printable(value);
            cell.setCellValue(shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown);
        }
    }

    @Override
    public void finish() throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

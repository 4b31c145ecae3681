package cutscore.sheet;

import cutscore.kernel.Fault;
import cutscore.kernel.roster.RosterReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * People's own table back, as a workbook: a first column with what came of each row, red cells, the
 * remedy in a comment. It is mended in place and sent again; rows that were taken carry their
 * fingerprint, so that nobody needs to look at them twice. Written as a stream.
 */
public final class ErrorWorkbook {
    /** How the result of a good row begins. */
    static final String TAKEN = "已收";

    private static final String NOT_LOOKED_AT = "未查，先改前面的";
    private static final int ROWS_IN_MEMORY = 200;

    /** A comment costs memory and is slow to open; the first column says the same. */
    private static final int MOST_COMMENTS = 2000;

    private final RosterReport report;
    private final Deque<Fault> faults;
    private final long lookedAtUntil;
    private final SXSSFSheet sheet;
    private final Ink ink;
    private final boolean keepsRows;
    private int comments;
    private int written;
    private int columns = -1;
    private Optional<Held> held = Optional.empty();

    /** A row whose faults are known once the next one begins. */
    private record Held(long number, List<SheetCell> cells) {}

    private ErrorWorkbook(SXSSFWorkbook book, TableFile table, RosterReport report) {
        this.report = report;
        this.faults =
                report.faults().stream()
                        .sorted(Comparator.comparingLong(Fault::line))
                        .collect(Collectors.toCollection(ArrayDeque::new));
        this.lookedAtUntil = lookedAtUntil(report);
        this.sheet = book.createSheet(RosterTemplate.SHEET);
        this.ink = new Ink(book);
        this.keepsRows = table.isWorkbook();
        sheet.setRandomAccessWindowSize(ROWS_IN_MEMORY);
    }

    /**
     * @param report of this very table, with {@link TableFile#with}
     */
    public static void write(TableFile table, RosterReport report, OutputStream out)
            throws IOException {
        try (var book = new SXSSFWorkbook()) {
            book.setCompressTempFiles(true);
            var hand = new ErrorWorkbook(book, table, report);
            table.rows(hand::take);
            hand.release(Long.MAX_VALUE);
            hand.finish();
            book.write(out);
        }
    }

    private static long lookedAtUntil(RosterReport report) {
        if (report.rows() == 0) {
            return 0;
        }
        boolean all = report.faultCount() <= report.faults().size();
        return all ? Long.MAX_VALUE : report.faults().getLast().line();
    }

    private void take(long number, List<SheetCell> cells) {
        release(number);
        held = Optional.of(new Held(number, cells));
    }

    /** Writes the row that was held back, with what is wrong before the next one. */
    private void release(long next) {
        if (held.isEmpty()) {
            return;
        }
        var row = held.get();
        held = Optional.empty();
        List<Fault> own = new ArrayList<>();
        while (!faults.isEmpty() && faults.peek().line() < next) {
            own.add(faults.remove());
        }
        int place = keepsRows ? (int) row.number() - 1 : written;
        written = place + 1;
        write(sheet.createRow(place), row, own);
    }

    private void write(Row row, Held from, List<Fault> own) {
        if (TableHeadings.isAside(from.cells())) {
            from.cells().forEach(cell -> ink.aside(row, cell.column() + 1, cell.text()));
            return;
        }
        boolean heading = columns < 0;
        if (heading) {
            columns = from.cells().size();
            ink.heading(row, columns + 1, TableHeadings.PRINT);
        }
        for (int i = 0; i < from.cells().size(); i++) {
            int column = i + 1;
            String text = from.cells().get(i).text();
            var wrong = own.stream().filter(fault -> fault.column() == column).toList();
            if (heading && wrong.isEmpty()) {
                ink.heading(row, column, text);
            } else {
                comment(ink.put(row, column, text, !wrong.isEmpty()), wrong);
            }
        }
        result(row, from, own, heading);
    }

    private void result(Row row, Held from, List<Fault> own, boolean heading) {
        if (heading) {
            comment(ink.heading(row, 0, TableHeadings.RESULT), own);
            return;
        }
        if (!own.isEmpty()) {
            String what =
                    own.stream()
                            .map(ErrorWorkbook::brief)
                            .distinct()
                            .collect(Collectors.joining("；", "需改：", ""));
            var cell = ink.put(row, 0, what, true);
            comment(cell, own.stream().filter(fault -> fault.column() == 0).toList());
        } else if (from.number() > lookedAtUntil) {
            ink.put(row, 0, NOT_LOOKED_AT, false);
        } else {
            ink.good(row, 0, TAKEN);
            var texts = from.cells().stream().map(SheetCell::text).toList();
            ink.put(row, columns + 1, RowPrint.of(texts), false);
        }
    }

    private static String brief(Fault fault) {
        String heading = fault.heading() == null ? "" : "[" + fault.heading() + "] ";
        return heading + fault.what().zh() + " → " + fault.mend().zh();
    }

    private void comment(Cell cell, List<Fault> wrong) {
        if (wrong.isEmpty() || comments >= MOST_COMMENTS) {
            return;
        }
        comments++;
        var hand = sheet.getWorkbook().getCreationHelper();
        var place = hand.createClientAnchor();
        place.setCol1(cell.getColumnIndex());
        place.setCol2(cell.getColumnIndex() + 5);
        place.setRow1(cell.getRowIndex());
        place.setRow2(cell.getRowIndex() + 5);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(place);
        comment.setString(
                hand.createRichTextString(
                        wrong.stream()
                                .map(
                                        fault ->
                                                fault.what().zh()
                                                        + "\n→ "
                                                        + fault.mend().zh()
                                                        + "\n"
                                                        + fault.what().en()
                                                        + "\n→ "
                                                        + fault.mend().en())
                                .collect(Collectors.joining("\n\n"))));
        comment.setAuthor("cutscore");
        cell.setCellComment(comment);
    }

    private void finish() {
        sheet.setColumnWidth(0, 30 * 256);
        for (int i = 0; i < columns; i++) {
            sheet.setDefaultColumnStyle(i + 1, ink.plain());
            sheet.setColumnWidth(i + 1, 20 * 256);
        }
        if (columns >= 0) {
            sheet.setColumnHidden(columns + 1, true);
        }
        if (report.faultCount() > report.faults().size()) {
            sheet.setColumnWidth(0, 40 * 256);
        }
    }
}

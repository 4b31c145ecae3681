package cutscore.sheet;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbook's sheet written out as the CSV of the same table: row 17 is line 17. Columns of ours
 * (results, fingerprints) are left out.
 */
final class SheetTable {
    /** Stands in the CSV where a cell was refused, so that the strict reader refuses its row. */
    private static final String REFUSED = "\u0001";

    private final String name;
    private final int faultsKept;
    private final CellRules rules;
    private final List<Fault> faults = new ArrayList<>();
    private long faultCount;
    private final List<Integer> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private int resultColumn = -1;
    private int printColumn = -1;
    private long headingRow;
    private long line = 1;
    private long takenBefore;
    private long asides;
    private String sheet = "";
    private String version = "";

    SheetTable(String name, int faultsKept) {
        this.name = name;
        this.faultsKept = faultsKept;
        this.rules = new CellRules(name, Divisions.builtIn());
    }

    /**
     * @throws cutscore.kernel.Unreadable when it is no workbook
     */
    void write(Path workbook, Path csv) throws IOException {
        try (var out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            var read =
                    WorkbookReader.read(
                            workbook,
                            name,
                            RosterTemplate.SHEET,
                            (number, cells) -> row(number, cells, out));
            sheet = read.sheet();
            read.merged().forEach(this::merged);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void row(long number, List<SheetCell> cells, BufferedWriter out) throws IOException {
        var given = cells.stream().filter(cell -> !cell.isBlank()).toList();
        if (number < line || number > 1_048_576) {
            throw SheetRefusal.broken(name);
        }
        if (given.isEmpty()) {
            return;
        }
        if (TableHeadings.isAside(given)) {
            asides++;
            given.stream()
                    .map(SheetCell::text)
                    .filter(text -> text.startsWith(RosterTemplate.VERSION_SIGN))
                    .forEach(text -> version = text);
            return;
        }
        for (; line < number; line++) {
            out.write('\n');
        }
        if (headingRow == 0) {
            heading(number, cells);
        }
        out.write(fields(number, cells));
        out.write('\n');
        line++;
    }

    private void heading(long number, List<SheetCell> cells) {
        headingRow = number;
        for (SheetCell cell : cells) {
            if (cell.text().strip().equals(TableHeadings.RESULT)) {
                resultColumn = cell.column();
            } else if (cell.text().strip().equals(TableHeadings.PRINT)) {
                printColumn = cell.column();
            }
        }
        int last = cells.getLast().column();
        for (int i = 0; i <= last; i++) {
            String heading = at(cells, i).text();
            if (!TableHeadings.isOurs(heading) && !(heading.isBlank() && i > lastGiven(cells))) {
                columns.add(i);
                headings.add(heading);
            }
        }
    }

    private static int lastGiven(List<SheetCell> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .mapToInt(SheetCell::column)
                .max()
                .orElse(-1);
    }

    /** The row's cells of the table's own columns; what stands beyond the headings comes last. */
    List<SheetCell> own(List<SheetCell> cells) {
        var own = new ArrayList<SheetCell>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var cell = at(cells, columns.get(i));
            own.add(new SheetCell(i, cell.kind(), cell.text()));
        }
        int beyond = columns.isEmpty() ? -1 : columns.getLast();
        for (SheetCell cell : cells) {
            if (cell.column() > beyond && cell.column() != printColumn && !cell.isBlank()) {
                own.add(new SheetCell(own.size(), cell.kind(), cell.text()));
            }
        }
        return own;
    }

    private String fields(long number, List<SheetCell> cells) {
        var own = own(cells);
        boolean isHeading = number == headingRow;
        var out = new StringBuilder();
        for (int i = 0; i < own.size(); i++) {
            String heading = i < headings.size() && !isHeading ? headings.get(i) : "";
            var fault = rules.fault(own.get(i), number, i, heading);
            fault.ifPresent(this::fault);
            out.append(i == 0 ? "" : ",")
                    .append(
                            fault.isPresent()
                                    ? REFUSED
                                    : quoted(rules.meaning(own.get(i), heading)));
        }
        if (!isHeading && isTaken(cells, own)) {
            takenBefore++;
        }
        return out.toString();
    }

    private boolean isTaken(List<SheetCell> cells, List<SheetCell> own) {
        return printColumn >= 0
                && resultColumn >= 0
                && at(cells, resultColumn).text().startsWith(ErrorWorkbook.TAKEN)
                && at(cells, printColumn)
                        .text()
                        .equals(RowPrint.of(own.stream().map(SheetCell::text).toList()));
    }

    private static SheetCell at(List<SheetCell> cells, int column) {
        for (SheetCell cell : cells) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return new SheetCell(column, SheetCell.Kind.TEXT, "");
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void merged(String range) {
        String first = range.split(":", 2)[0];
        String digits = first.replaceAll("[^0-9]", "");
        long at = digits.isEmpty() || digits.length() > 7 ? 0 : Long.parseLong(digits);
        if (at < headingRow) {
            return;
        }
        fault(
                new Fault(
                        "CELLS_MERGED",
                        name,
                        at,
                        0,
                        null,
                        new Words("合并的单元格 " + range, "merged cells " + range),
                        new Words("取消合并，每格各填各的", "unmerge them and fill in each cell")));
    }

    private void fault(Fault fault) {
        faultCount++;
        if (faults.size() < faultsKept) {
            faults.add(fault);
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    long faultCount() {
        return faultCount;
    }

    /** Rows that an error workbook called taken, and nobody has touched since. */
    long takenBefore() {
        return takenBefore;
    }

    /** The 0-based column of the sheet that holds a column of the table (1-based). */
    int sheetColumn(int column) {
        return column < 1 || column > columns.size() ? column - 1 : columns.get(column - 1);
    }

    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        notes.add(Note.of("SHEET", name, new Words("读的是工作表 " + sheet, "the sheet read: " + sheet)));
        if (asides > 0) {
            notes.add(
                    Note.of(
                                    "ROWS_ASIDE",
                                    name,
                                    new Words("说明行和示例行不读", "notes and sample rows are not read"))
                            .seen(asides));
        }
        if (!version.isEmpty() && !version.equals(RosterTemplate.VERSION)) {
            notes.add(
                    Note.of(
                            "TEMPLATE_OTHER",
                            name,
                            new Words(
                                    "模板不是现行版本，照读",
                                    "another version of the template; read all the same")));
        }
        if (takenBefore > 0) {
            notes.add(
                    Note.of(
                                    "ROWS_TAKEN_BEFORE",
                                    name,
                                    new Words(
                                            "上次已收、没有改动的行",
                                            "rows taken before and not touched since"))
                            .seen(takenBefore));
        }
        return notes;
    }
}

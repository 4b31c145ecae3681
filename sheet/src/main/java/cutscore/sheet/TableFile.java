package cutscore.sheet;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as people have it: CSV (UTF-8 or GB18030), or a workbook, which is read as the CSV of the
 * same table. Which of them it is, its first bytes say, never its name. To be closed: a workbook's
 * CSV lies in a file that goes then.
 */
public final class TableFile implements AutoCloseable {
    private final Path file;
    private final String name;
    private final @Nullable Path made;
    private final @Nullable Path written;
    private final @Nullable SheetTable table;

    private TableFile(
            Path file,
            String name,
            @Nullable Path made,
            @Nullable Path written,
            @Nullable SheetTable table) {
        this.file = file;
        this.name = name;
        this.made = made;
        this.written = written;
        this.table = table;
    }

    /** The same of a small table in memory, such as a form brings. */
    public static TableFile open(byte[] content, String name, int faultsKept) throws IOException {
        Path file = Files.createTempFile("cutscore-", ".table");
        boolean done = false;
        try {
            Files.write(file, content);
            var opened = open(file, name, faultsKept);
            done = true;
            return new TableFile(file, name, opened.made, file, opened.table);
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * @param name what faults call it
     * @param faultsKept how many faults of cells are kept; all are counted
     * @throws cutscore.kernel.Unreadable when it is a workbook that cannot be read at all
     */
    public static TableFile open(Path file, String name, int faultsKept) throws IOException {
        return switch (head(file)) {
            case 0x504b -> workbook(file, name, faultsKept);
            case 0xd0cf -> throw SheetRefusal.oldForm(name);
            default -> new TableFile(file, name, null, null, null);
        };
    }

    private static int head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] two = in.readNBytes(2);
            return two.length < 2 ? 0 : ((two[0] & 0xff) << 8) | (two[1] & 0xff);
        }
    }

    private static TableFile workbook(Path file, String name, int faultsKept) throws IOException {
        var table = new SheetTable(name, faultsKept);
        Path csv = Files.createTempFile("cutscore-", ".csv");
        boolean done = false;
        try {
            table.write(file, csv);
            done = true;
            return new TableFile(file, name, csv, null, table);
        } finally {
            if (!done) {
                Files.deleteIfExists(csv);
            }
        }
    }

    public boolean isWorkbook() {
        return table != null;
    }

    /** The table as CSV: the file itself, or what its workbook says. */
    public CsvSource csv() {
        return CsvSource.of(csvFile(), name);
    }

    /**
     * The table as CSV, for readers that say nothing of cells themselves.
     *
     * @throws Unreadable with every cell that a spreadsheet has spoilt
     */
    public CsvSource csvOrRefuse() {
        if (table != null && table.faultCount() > 0) {
            throw new Unreadable(table.faults());
        }
        return csv();
    }

    /** Where that CSV lies until this is closed. */
    public Path csvFile() {
        return made == null ? file : made;
    }

    /** SHA-256 of the file as it was given, in hexadecimal. */
    public String sha256() throws IOException {
        var digest = Digest.sha256();
        byte[] some = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                digest.update(some, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Rows that an error workbook called taken before, and that nobody has touched since. */
    public long takenBefore() {
        return table == null ? 0 : table.takenBefore();
    }

    /**
     * The strict reader's report with what the workbook adds to it. Where a cell itself is at
     * fault, only that is said of it.
     */
    public RosterReport with(RosterReport read) {
        if (table == null) {
            return read;
        }
        var places = new HashSet<Place>();
        table.faults().forEach(fault -> places.add(Place.of(fault)));
        var faults = new ArrayList<>(table.faults());
        read.faults().stream().filter(f -> !places.contains(Place.of(f))).forEach(faults::add);
        faults.sort(Comparator.comparingLong(Fault::line));
        long hidden = (long) read.faults().size() + table.faults().size() - faults.size();
        List<Note> notes = new ArrayList<>(table.notes());
        notes.addAll(read.notes());
        return new RosterReport(
                read.input(),
                read.rows(),
                "XLSX",
                read.sha256(),
                read.faultCount() + table.faultCount() - hidden,
                faults,
                notes);
    }

    private record Place(long line, int column) {
        static Place of(Fault fault) {
            return new Place(fault.line(), fault.column());
        }
    }

    /** The cell a fault stands in, {@code C17}; empty for CSV and for whole rows. */
    public Optional<String> cell(Fault fault) {
        return table == null || fault.column() == 0 || fault.line() == 0
                ? Optional.empty()
                : Optional.of(SheetCell.address(table.sheetColumn(fault.column()), fault.line()));
    }

    /** The table's own columns row by row, as they were given; what cannot be read is left out. */
    void rows(WorkbookReader.Taker taker) throws IOException {
        if (table == null) {
            csvRows(taker);
            return;
        }
        var own = table;
        WorkbookReader.read(
                file,
                name,
                RosterTemplate.SHEET,
                (number, cells) -> {
                    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        taker.row(number, TableHeadings.isAside(cells) ? cells : own.own(cells));
                    }
                });
    }

    private void csvRows(WorkbookReader.Taker taker) throws IOException {
        try (var csv = new CsvReader(csv())) {
            while (csv.next()) {
                List<SheetCell> cells = new ArrayList<>();
                for (int i = 0; i < csv.size(); i++) {
                    cells.add(new SheetCell(i, SheetCell.Kind.TEXT, csv.text(i)));
                }
                taker.row(csv.line(), cells);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (made != null) {
            Files.deleteIfExists(made);
        }
        if (written != null) {
            Files.deleteIfExists(written);
        }
    }
}

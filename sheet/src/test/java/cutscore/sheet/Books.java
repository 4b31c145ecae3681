package cutscore.sheet;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people make them, and how they are read. */
final class Books {
    static final List<String> HEADINGS =
            List.of("准考证号", "报名地行政区划代码", "资格名称", "科目一", "科目二", "科目三", "考试状态", "证件类型", "证件号码", "姓名");
    static final String SHEET = RosterTemplate.SHEET;
    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);

    private Books() {}

    /** Numbers become numeric cells, texts texts. */
    static Row put(Row row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            var cell = row.createCell(i);
            switch (values[i]) {
                case Number number -> cell.setCellValue(number.doubleValue());
                default -> cell.setCellValue(values[i].toString());
            }
        }
        return row;
    }

    static XSSFWorkbook roster() {
        var book = new XSSFWorkbook();
        put(book.createSheet(SHEET).createRow(0), HEADINGS.toArray());
        return book;
    }

    static Object[] good(String number) {
        return new Object[] {
            number, "513326", "软件设计师", "45.5", "40", "", "", "居民身份证", "990101199001011234", "虚构甲"
        };
    }

    static Path save(XSSFWorkbook book, Path file) throws IOException {
        try (book;
                var out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    /** Rows that were good, and the report. */
    record Read(List<Examinee> examinees, RosterReport report, List<String> cells, long taken) {}

    static Read read(Path file) throws IOException {
        try (var table = TableFile.open(file, "roster", 10_000)) {
            var examinees = new ArrayList<Examinee>();
            var report = table.with(read(table.csv(), examinees::add));
            var cells =
                    report.faults().stream()
                            .map(fault -> fault.code() + "@" + table.cell(fault).orElse("-"))
                            .toList();
            return new Read(examinees, report, cells, table.takenBefore());
        }
    }

    static RosterReport read(CsvSource csv, Consumer<Examinee> each) throws IOException {
        return new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY, 10_000)
                .demanding(Qualifications.builtIn().all().stream().map(q -> q.name()).toList())
                .read(csv, each);
    }

    static Path errors(Path file, Path out) throws IOException {
        try (var table = TableFile.open(file, "roster", 10_000);
                var to = Files.newOutputStream(out)) {
            ErrorWorkbook.write(table, table.with(read(table.csv(), _ -> {})), to);
        }
        return out;
    }
}

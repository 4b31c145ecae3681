package cutscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random rosters say the same as CSV, as GB18030 CSV and as a workbook: rows and faults. */
class SameTableTests {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int ROSTERS = 60;
    private static final List<List<String>> CHOICES =
            List.of(
                    List.of("A1", "A2", "A3", "0007", "", "x".repeat(33), "A\u0001", "示 例"),
                    List.of("513326", "513326", "513229", "999999", "51332", "441900", "道孚县"),
                    List.of("软件设计师", "软件设计师", "信息系统项目管理师", "厨师", "", "程序员"),
                    List.of("45", "45.5", "", "违纪", "99", "45.3", "=1+1", "１２"),
                    List.of("40", "0", "75", "75.5", "-1", "@x"),
                    List.of("", "", "33", "＝1"),
                    List.of("", "", "voided", "违纪取消", "正常"),
                    List.of("居民身份证", "护照", ""),
                    List.of("990101199001011234", "E12345678", "1.1E+17", "", "12 34"),
                    List.of("虚构甲", "𠮷野（虚构）", "阿卜杜·买买提", "O'Neil, J", "say \"hi\"", "", "_x0041_"));

    @TempDir Path folder;

    @Test
    void aTableSaysTheSameInEveryForm() throws IOException {
        long seed = Long.getLong("cutscore.seed", System.nanoTime());
        System.out.println("same table, seed " + seed);
        var random = new Random(seed);
        int faulty = 0;
        for (int i = 0; i < ROSTERS; i++) {
            var rows = rows(random);
            var utf8 = Books.read(csv(rows, StandardCharsets.UTF_8));
            var gb = Books.read(csv(rows, GB18030));
            var book = Books.read(book(rows));
            assertThat(gb.examinees()).as("seed " + seed).isEqualTo(utf8.examinees());
            assertThat(book.examinees()).as("seed " + seed).isEqualTo(utf8.examinees());
            assertThat(gb.report().faults()).as("seed " + seed).isEqualTo(utf8.report().faults());
            assertThat(book.report().faults()).as("seed " + seed).isEqualTo(utf8.report().faults());
            assertThat(book.report().sha256()).isEqualTo(utf8.report().sha256());
            var back = Books.read(Books.errors(csv(rows, GB18030), folder.resolve("e.xlsx")));
            assertThat(back.examinees()).as("seed " + seed).isEqualTo(utf8.examinees());
            assertThat(back.report().faultCount()).isEqualTo(utf8.report().faultCount());
            faulty += utf8.report().sound() ? 0 : 1;
        }
        assertThat(faulty).as("the tables were worth reading").isGreaterThan(ROSTERS / 2);
    }

    @Test
    void aMillionCellsAreReadInLittleMemory() throws IOException {
        var file = folder.resolve("large.xlsx");
        try (var book = new SXSSFWorkbook(100);
                var out = Files.newOutputStream(file)) {
            book.setCompressTempFiles(true);
            var sheet = book.createSheet(Books.SHEET);
            Books.put(sheet.createRow(0), Books.HEADINGS.toArray());
            for (int i = 1; i <= 100_000; i++) {
                Books.put(sheet.createRow(i), Books.good("A" + i));
            }
            book.write(out);
        }
        long[] count = new long[1];
        try (var table = TableFile.open(file, "large", 100)) {
            var report = table.with(Books.read(table.csv(), _ -> count[0]++));
            assertThat(report.sound()).isTrue();
        }
        assertThat(count[0]).isEqualTo(100_000);
    }

    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Books.HEADINGS);
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            int odd = random.nextInt(3);
            List<String> row = new ArrayList<>();
            for (List<String> choice : CHOICES) {
                boolean plain = random.nextInt(6) > odd;
                row.add(choice.get(plain ? 0 : random.nextInt(choice.size())));
            }
            row.set(0, random.nextInt(5) == 0 ? row.getFirst() : "N" + i);
            rows.add(row);
        }
        return rows;
    }

    private Path csv(List<List<String>> rows, Charset charset) throws IOException {
        String text =
                rows.stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(SameTableTests::quoted)
                                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "", "\n"));
        return Files.write(folder.resolve("t.csv"), text.getBytes(charset));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"")
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }

    private Path book(List<List<String>> rows) throws IOException {
        var book = new XSSFWorkbook();
        var sheet = book.createSheet("Sheet1");
        for (int i = 0; i < rows.size(); i++) {
            Books.put(
                    sheet.createRow(i),
                    rows.get(i).stream().map(SameTableTests::escaped).toArray());
        }
        return Books.save(book, folder.resolve("t.xlsx"));
    }

    /** As spreadsheets keep what XML cannot hold, and what looks like that. */
    private static String escaped(String text) {
        return text.replace("_x", "_x005F_x").replace("\u0001", "_x0001_");
    }
}

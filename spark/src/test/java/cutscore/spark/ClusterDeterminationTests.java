package cutscore.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.RosterReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** On two threads of this process, with pieces so small that rows fall on every border. */
class ClusterDeterminationTests {
    /** A prime, so that borders fall everywhere in a row. */
    private static final int CHUNK = 20_011;

    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);
    private static SparkSession spark;

    @TempDir Path folder;
    private Invented invented;

    @BeforeAll
    static void open() {
        spark =
                SparkSession.builder()
                        .master("local[2]")
                        .config("spark.ui.enabled", false)
                        .config("spark.sql.shuffle.partitions", 3)
                        .config("spark.driver.host", "127.0.0.1")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .getOrCreate();
    }

    @AfterAll
    static void close() {
        spark.stop();
    }

    @BeforeEach
    void inventHere() {
        invented = new Invented(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":\"2023-1\"}",
                "{\"session\":\"2023-1\",\"key\":\"session\",\"sat\":\"all\"}",
                "{\"session\":\"2023-1\",\"key\":\"qualification\",\"sat\":\"registered\"}",
                "{\"session\":\"2023-1\",\"grid\":{\"step\":\"0.5\",\"lowest\":\"20\"}}",
                "{\"session\":\"2023-1\",\"shape\":\"perSubject\"}",
                "{\"session\":\"2023-1\",\"shape\":\"perSubject\",\"key\":\"qualification\","
                        + "\"sat\":\"all\"}",
                "{\"session\":\"2023-1\",\"shape\":\"totalAndFloor\",\"floor\":\"30\"}",
                "{\"session\":\"2023-1\",\"shape\":\"totalAndFloor\",\"floor\":\"35\","
                        + "\"sat\":\"registered\",\"pool\":\"both\"}",
                "{\"session\":\"2023-1\",\"pool\":\"declared\"}",
                "{\"session\":\"2023-1\",\"pool\":\"both\",\"sat\":\"all\"}"
            })
    void everyRuleGivesTheOfflineToolsBytes(String rule) throws IOException {
        Path roster = invented.roster("roster.csv", 6000, Invented.SEED);
        Path declared = invented.declared(roster, 7);
        var found = assertSameBytes(rule, List.of(roster), "--declared", declared.toString());
        assertThat(found.unseen()).containsExactly("NOBODY");
    }

    @Test
    void severalRostersAreOne() throws IOException {
        String text = Invented.text(6000, Invented.SEED);
        int half = text.indexOf('\n', text.length() / 2) + 1;
        String headings = text.substring(0, text.indexOf('\n') + 1);
        Path first = invented.write("a.csv", text.substring(0, half));
        Path second = invented.write("b.csv", headings + text.substring(half));
        assertSameBytes("{\"session\":\"2023-1\"}", List.of(first, second));
    }

    @Test
    void anotherExamBringsItsOwnTableAndItsDay() throws IOException {
        Path table =
                invented.write(
                        "table.csv",
                        "qualification,level,subjects,full_mark,national\n"
                                + "社会工作师,中级,综合能力;法规与政策;实务,100,60\n");
        var text = new StringBuilder("准考证号,报名地行政区划代码,资格名称,实务,综合能力,法规与政策\n");
        for (int i = 0; i < 3000; i++) {
            text.append("S%05d,%s,社会工作师,".formatted(i, i % 5 == 0 ? "513326" : "510104"));
            text.append("%d,%d.5,%d\n".formatted(i * 7 % 101, i * 11 % 100, i * 13 % 101));
        }
        assertSameBytes(
                "{\"session\":\"2020-1\",\"national\":\"60\",\"shape\":\"perSubject\"}",
                List.of(invented.write("social.csv", text.toString())),
                "--qualifications",
                table.toString(),
                "--exam-day",
                "2020-10-17");
    }

    @Test
    void quotesLineEndsAndEncodingsChangeNothing() throws IOException {
        String plain = Invented.text(2000, Invented.SEED, true);
        // Every name on two lines, with a comma and quotes of its own.
        String quoted = plain.replaceAll("虚构([^\n]*)\n", "\"虚构,\n\"\"$1\"\"\"\n");
        Charset gb = Charset.forName("GB18030");
        assertSameBytes("{}", List.of(invented.write("gb.csv", plain, gb)));
        assertSameBytes("{}", List.of(invented.write("bom.csv", "\uFEFF" + plain)));
        assertSameBytes("{}", List.of(invented.write("crlf.csv", plain.replace("\n", "\r\n"))));
        assertSameBytes("{}", List.of(invented.write("blank.csv", "\n\r\n" + plain + "\n\n")));
        assertSameBytes("{}", List.of(invented.write("quoted.csv", quoted)));
        assertSameBytes("{}", List.of(invented.write("quoted-gb.csv", quoted, gb)));
    }

    @Test
    void notesAreThoseOfTheStrictReader() throws IOException {
        String text = Invented.text(2000, Invented.SEED).replace(",identity_type,", ",remark,");
        // Some whose county is not known, in two prefectures.
        String coarse =
                text.replaceAll("(?m)^(XG[0-9]*7),[0-9]{6},", "$1,510100,")
                        .replaceAll("(?m)^(XG[0-9]*55),[0-9]{6},", "$1,510700,");
        Path roster = invented.write("old.csv", coarse);
        var reader = new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY);
        var notes = reader.read(CsvSource.of(roster), _ -> {}).notes();
        assertThat(determine("{}", List.of(roster)).notes()).hasSize(3).isEqualTo(notes);
    }

    @Test
    void badRowsAreReportedAsTheOfflineToolReportsThem() throws IOException {
        String good = Invented.text(3000, Invented.SEED);
        List<String> lines = new ArrayList<>(good.lines().toList());
        lines.set(2500, lines.get(2500).replaceFirst(",[0-9.]+,", ",76.3,"));
        lines.set(40, lines.get(40).replaceFirst("^XG", "XG,"));
        lines.set(1700, lines.get(3));
        assertSameFaults(String.join("\n", lines) + "\n");
        assertSameFaults(good.replaceAll("(?m)$", "x,"));
        assertSameFaults(good + "\"never closed");
        assertSameFaults(good.replace("虚构甲", "虚\"构甲"));
        assertSameFaults(good.substring(0, good.indexOf('\n') + 1));
        assertSameFaults(good.replace("division_code", "somewhere"));
        assertSameFaults("");
        byte[] neither = good.getBytes(StandardCharsets.UTF_8);
        neither[200_000] = (byte) 0xff;
        assertSameFaults(List.of(Files.write(folder.resolve("neither.csv"), neither)));
    }

    @Test
    void aNumberInTwoRostersIsReportedWithBothPlaces() throws IOException {
        Path first = invented.roster("a.csv", 1200, 1);
        Path second = invented.roster("b.csv", 1200, 2);
        var found = assertSameFaults(List.of(first, second));
        assertThat(found).hasSize(RosterReader.FAULTS_KEPT + 1);
        assertThat(found.getFirst().code()).isEqualTo("NUMBER_TWICE");
    }

    @Test
    void aParquetGivesTheBytesOfTheCsvItWasMadeFrom() throws IOException {
        // Some numbers with a comma and quotes of their own, some names on two lines.
        String quoted =
                Invented.text(4000, Invented.SEED, true)
                        .replaceAll("(XG[0-9]*5),", "\"$1,\"\"x\"\"\",")
                        .replaceAll("虚构甲([^\n]*)\n", "\"虚构\n甲$1\"\n");
        Path csv = invented.write("roster.csv", quoted);
        Path parquet = folder.resolve("roster.parquet");
        assertThat(converter().convert(csv.toString(), parquet.toString(), DAY, new byte[0]))
                .isEqualTo(4000);
        for (String rule : List.of("{}", "{\"shape\":\"perSubject\",\"sat\":\"all\"}")) {
            Path pack = folder.resolve("pack.json");
            byte[] offline = invented.offline(List.of(csv), pack, small(rule));
            assertThat(determine(rule, List.of(parquet)).dossier().bytes()).isEqualTo(offline);
        }
        assertThat(spark.read().parquet(parquet.toString()).columns())
                .containsExactly(
                        "line_number", "准考证号", "报名地行政区划代码", "资格名称", "科目一", "科目二", "科目三", "考试状态");
    }

    @Test
    void aBadCsvIsNotConverted() throws IOException {
        Path csv =
                invented.write("bad.csv", Invented.text(2000, 1).replaceFirst(",4[0-9],", ",4x,"));
        Path parquet = folder.resolve("bad.parquet");
        var refused =
                catchThrowableOfType(
                        Unreadable.class,
                        () ->
                                converter()
                                        .convert(
                                                csv.toString(),
                                                parquet.toString(),
                                                DAY,
                                                new byte[0]));
        assertThat(refused.faults()).isEqualTo(expected(List.of(csv)));
        assertThat(parquet).doesNotExist();
    }

    @Test
    void badRowsOfAParquetAreReportedByTheLineTheyHadInTheCsv() throws IOException {
        Path parquet = folder.resolve("bad.parquet");
        List<Row> rows = new ArrayList<>();
        for (long i = 0; i < 2000; i++) {
            String mark = i == 1234 ? "75.5" : "44";
            // Written by somebody else: blank lines before, and a row without a division.
            rows.add(RowFactory.create(i + 5, "N" + i, "510104", "软件设计师", mark, "40"));
        }
        rows.set(17, RowFactory.create(22L, "N17", null, "软件设计师", "44", "40"));
        List<String> headings =
                List.of(
                        "admission_number",
                        "division_code",
                        "qualification",
                        "subject_1",
                        "subject_2");
        var schema = new StructType().add(SourceNote.LINE, DataTypes.LongType);
        for (String heading : headings) {
            schema = schema.add(heading, DataTypes.StringType);
        }
        spark.createDataFrame(rows, schema).repartition(3).write().parquet(parquet.toString());
        var rosters = new Rosters(spark, CHUNK);
        var parts = ParquetRoster.digests(spark, rosters.storage(), parquet.toString());
        new SourceNote("00", 2000, headings, parts).write(rosters.storage(), parquet.toString());

        List<Fault> found = faults(List.of(parquet));
        assertThat(found)
                .extracting(Fault::code)
                .containsExactly("DIVISION_FORM", "SCORE_ABOVE_FULL");
        assertThat(found).extracting(Fault::line).containsExactly(22L, 1239L);
        assertThat(found).extracting(Fault::column).containsExactly(2, 4);
    }

    @Test
    void aParquetThatWasChangedIsRefused() throws IOException {
        Path csv = invented.roster("roster.csv", 2000, 1);
        Path parquet = folder.resolve("roster.parquet");
        converter().convert(csv.toString(), parquet.toString(), DAY, new byte[0]);
        spark.read()
                .parquet(parquet.toString())
                .limit(1999)
                .write()
                .mode("append")
                .parquet(parquet.toString());
        assertThat(faults(List.of(parquet)))
                .extracting(Fault::code)
                .containsExactly("PARQUET_SOURCE");
    }

    @Test
    void aParquetOfFewerRowsThanItsNoteSaysIsRefused() throws IOException {
        Path csv = invented.roster("roster.csv", 2000, 1);
        Path parquet = folder.resolve("roster.parquet");
        converter().convert(csv.toString(), parquet.toString(), DAY, new byte[0]);
        Path fewer = folder.resolve("fewer.parquet");
        spark.read().parquet(parquet.toString()).limit(1999).write().parquet(fewer.toString());
        var storage = new Rosters(spark, CHUNK).storage();
        var note = SourceNote.read(storage, parquet.toString());
        Map<String, String> parts = ParquetRoster.digests(spark, storage, fewer.toString());
        new SourceNote(note.sha256(), 2000, note.headings(), parts)
                .write(storage, fewer.toString());
        assertThat(faults(List.of(fewer)))
                .extracting(Fault::code)
                .containsExactly("PARQUET_SOURCE");
    }

    @Test
    void aMissingRosterIsSaidToBeMissing() throws IOException {
        assertThat(faults(List.of(folder.resolve("none.csv"))))
                .extracting(Fault::code)
                .containsExactly("FILE_MISSING");
    }

    private static RosterConverter converter() {
        return new RosterConverter(new Rosters(spark, CHUNK));
    }

    private void assertSameFaults(String text) throws IOException {
        assertSameFaults(List.of(invented.write("bad.csv", text)));
    }

    private List<Fault> assertSameFaults(List<Path> rosters) throws IOException {
        List<Fault> found = faults(rosters);
        assertThat(found).isNotEmpty().isEqualTo(expected(rosters));
        return found;
    }

    private List<Fault> faults(List<Path> rosters) {
        return catchThrowableOfType(Unreadable.class, () -> determine("{}", rosters)).faults();
    }

    /** What the kernel says of the same files, read one after the other. */
    private static List<Fault> expected(List<Path> rosters) throws IOException {
        var reader = new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY);
        List<Fault> faults = new ArrayList<>();
        long all = 0;
        try {
            for (Path roster : rosters) {
                var report = reader.read(CsvSource.of(roster), _ -> {});
                faults.addAll(report.faults());
                all += report.faultCount();
            }
        } catch (Unreadable e) {
            return e.faults();
        }
        if (all > faults.size()) {
            faults.add(StrictReading.more(all, faults.size()));
        }
        return faults;
    }

    /** The dossier and the pack, byte by byte. */
    private ClusterDetermination assertSameBytes(String rule, List<Path> rosters, String... more)
            throws IOException {
        Path pack = folder.resolve("pack.json");
        byte[] offline = invented.offline(rosters, pack, small(rule, more));
        var found = determine(rule, rosters, more);
        assertThat(found.byExecutors()).isTrue();
        assertThat(found.dossier().bytes()).isEqualTo(offline);
        assertThat(found.pack().bytes()).isEqualTo(Files.readAllBytes(pack));
        return found;
    }

    private ClusterDetermination determine(String rule, List<Path> rosters, String... more)
            throws IOException {
        var files = CommandLine.populateCommand(new GivenFiles(), small(rule, more));
        var settings = files.read(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        List<String> places = rosters.stream().map(Path::toString).toList();
        return ClusterDetermination.of(new Rosters(spark, CHUNK), places, settings);
    }

    private String[] small(String rule, String... more) throws IOException {
        String areas = invented.areas().toString();
        String settings = invented.rule(rule).toString();
        return Stream.concat(Stream.of("--areas", areas, "--rule", settings), Arrays.stream(more))
                .toArray(String[]::new);
    }
}

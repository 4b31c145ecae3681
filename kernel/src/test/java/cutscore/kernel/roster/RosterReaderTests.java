package cutscore.kernel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Note;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.score.SubjectScore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterReaderTests {
    private static final String HEAD =
            "admission_number,division_code,qualification,subject_1,subject_2,subject_3,standing\n";
    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);

    private final List<Examinee> people = new ArrayList<>();

    @Test
    void everyBadFieldIsReportedWithItsPlace() throws IOException {
        assertThat(faults("A,513326,软件设计师,75.5,40.3,,"))
                .containsExactly("SCORE_ABOVE_FULL 2 4", "SCORE_NOT_HALF_POINT 2 5");
        assertThat(faults("A,513326,软件设计师,四十,-1,,"))
                .containsExactly("SCORE_FORM 2 4", "SCORE_FORM 2 5");
        assertThat(faults("A,513326,软件设计师,４５,076,,"))
                .containsExactly("SCORE_FORM 2 4", "SCORE_ABOVE_FULL 2 5");
        assertThat(faults("A,513326,软件设计师,40,50,60,")).containsExactly("SUBJECT_TOO_MANY 2 6");
        assertThat(faults("A,999999,软件设计师,40,50,,")).containsExactly("DIVISION_UNKNOWN 2 2");
        assertThat(faults("A,51332,软件设计师,40,50,,")).containsExactly("DIVISION_FORM 2 2");
        assertThat(faults("A,513326,软件大师,40,50,,")).containsExactly("QUALIFICATION_UNKNOWN 2 3");
        assertThat(faults("A,513326,软件设计师,40,50,,正常")).containsExactly("STANDING_UNKNOWN 2 7");
        assertThat(faults(",513326,软件设计师,40,50,,")).containsExactly("NUMBER_BLANK 2 1");
        assertThat(faults("x".repeat(33) + ",513326,软件设计师,40,50,,"))
                .containsExactly("NUMBER_LONG 2 1");
        assertThat(faults("\"a\tb\",513326,软件设计师,40,50,,")).containsExactly("NUMBER_CONTROL 2 1");
        assertThat(faults("A,513326,软件设计师,40")).containsExactly("ROW_SHORT 2 0");
        assertThat(faults("A,513326,软件设计师,40,50,,,,")).containsExactly("ROW_LONG 2 0");
        assertThat(people).isEmpty();
    }

    @Test
    void aGoodRowsBlanksVoidsAndMarksAreKept() throws IOException {
        assertThat(faults("𠮷-1,513326,系统分析师,40.5,,违纪,违纪取消")).isEmpty();
        var one = people.getFirst();
        assertThat(one.admissionNumber()).isEqualTo("𠮷-1");
        assertThat(one.voided()).isTrue();
        assertThat(one.scores().getFirst()).hasToString("Marked[score=40.5]");
        assertThat(one.scores().subList(1, 3))
                .containsExactly(new SubjectScore.Absent(), new SubjectScore.Voided());
    }

    @Test
    void anAdmissionNumberStandsOnceInAllFilesOfASession() throws IOException {
        var reader = reader();
        var row = "A,513326,软件设计师,40,50,,\n";
        reader.read(CsvSource.of("one.csv", HEAD + row), people::add);
        var report = reader.read(CsvSource.of("two.csv", HEAD + row + row), people::add);
        assertThat(report.faultCount()).isEqualTo(2);
        assertThat(report.faults().getFirst().what().en()).contains("one.csv").contains("line 2");
        assertThat(people).hasSize(1);
    }

    @Test
    void subjectsMayStandByTheirOwnNamesForAllLevelsAtOnce() throws IOException {
        var report =
                reader().read(
                                CsvSource.of(
                                        "own",
                                        """
                                        资格名称,论文,综合知识,案例分析,基础知识,应用技术,准考证号,报名地行政区划代码,备注
                                        系统分析师,43,41,42,,,A,513326,x
                                        程序员,,,,51,52,B,513326,y
                                        程序员,,40,,51,52,C,513326,z
                                        """),
                                people::add);
        assertThat(report.faults())
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo("SUBJECT_TOO_MANY"));
        assertThat(report.notes()).extracting(Note::code).containsExactly("HEADING_UNKNOWN");
        assertThat(people.get(0).scores().toString()).contains("41", "42", "43");
        assertThat(people.get(1).scores().getLast()).hasToString("Marked[score=52]");
    }

    @Test
    void headingsThatAreMissingTwiceOrMixedAreRefused() throws IOException {
        assertThat(table("admission_number,qualification,subject_1,subject_2\nx,y,1,2"))
                .containsExactly("HEADING_MISSING 1 0");
        assertThat(table(HEAD.strip() + ",准考证号\n")).containsExactly("HEADING_TWICE 1 8");
        assertThat(table(HEAD.strip() + ",论文\n")).containsExactly("SUBJECTS_NAMED_TWICE 1 0");
        assertThat(table(HEAD)).containsExactly("NO_ROWS 0 0");
        assertThat(table("")).containsExactly("FILE_EMPTY 1 0");
    }

    @Test
    void oldDivisionCodesAreMappedAndUnknownCountiesListed() throws IOException {
        var report =
                reader().read(
                                CsvSource.of(
                                        "r",
                                        HEAD
                                                + "A,513229,程序员,40,50,,\n"
                                                + "B,513229,程序员,40,50,,\n"
                                                + "C,513300,程序员,40,50,,\n"
                                                + "D,441900,程序员,40,50,,\n"),
                                people::add);
        assertThat(report.faults()).isEmpty();
        assertThat(people)
                .extracting(e -> e.division().value())
                .containsExactly("513201", "513201", "513300", "441900");
        assertThat(report.notes())
                .extracting(Note::code, Note::times)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("DIVISION_RENUMBERED", 2L),
                        org.assertj.core.groups.Tuple.tuple("COUNTY_NOT_KNOWN", 1L));
    }

    @Test
    void aMillionNumbersAreKeptApartExactly() {
        var numbers = new AdmissionNumbers();
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(numbers.add("XG" + i, 3, i + 2L) == null).isTrue();
        }
        assertThat(numbers.add("XG777", 0, 1)).isEqualTo(new AdmissionNumbers.Place(3, 779));
        assertThat(numbers.add("XG1000000", 0, 1)).isNull();
    }

    @Test
    void onlyTheFirstFaultsAreKeptButAllAreCounted() throws IOException {
        var reader = new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY, 10);
        var report = reader.read(CsvSource.of("r", HEAD + "x\n".repeat(500)), people::add);
        assertThat(report.faults()).hasSize(10);
        assertThat(report.faultCount()).isEqualTo(500);
    }

    private List<String> faults(String row) throws IOException {
        return table(HEAD + row + "\n");
    }

    private List<String> table(String text) throws IOException {
        return reader().read(CsvSource.of("r", text), people::add).faults().stream()
                .map(f -> f.code() + " " + f.line() + " " + f.column())
                .toList();
    }

    private static RosterReader reader() {
        return new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY);
    }
}

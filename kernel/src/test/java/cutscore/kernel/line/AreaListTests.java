package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaListTests {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);

    @Test
    void aPrefectureStandsForItsCountiesAndOverlapsAreUnited() throws IOException {
        var list = read("division_code\n513300\n513326\n511133\n");
        assertThat(list.inForce(DAY)).hasSize(19).contains(new DivisionCode("513326"));
        assertThat(list.dated()).isFalse();
        assertThat(list.rows()).hasSize(3);
    }

    @Test
    void aRowCountsOnlyWhileItIsInForce() throws IOException {
        var list =
                read(
                        "division_code,name,ground,from,to,circular\n"
                                + "513326,,,2023-05-27,2023-05-27,\n"
                                + "513327,,,2023-05-28,\n"
                                + "513328\n");
        assertThat(list.inForce(DAY))
                .extracting(DivisionCode::value)
                .containsExactly("513326", "513328");
        assertThat(list.dated()).isTrue();
    }

    @Test
    void oldCodesAreMappedAndOfficialShortAndFullNamesFit() throws IOException {
        var list =
                read(
                        "division_code,name\n513229,马尔康县\n511132,峨边县\n513326,四川省甘孜藏族自治州道孚县\n"
                                + "513326,甘孜州道孚县\n513200,阿坝州\n");
        assertThat(list.notes()).extracting(Note::code).containsExactly("DIVISION_RENUMBERED");
        assertThat(list.inForce(DAY)).contains(new DivisionCode("513201"));
    }

    @Test
    void aNameThatDoesNotFitItsCodeIsATypo() {
        assertThat(faults("division_code,name\n513326,道乎县\n")).containsExactly("AREA_NAME 2 2");
        assertThat(faults("division_code,name\n513326,炉霍县\n")).containsExactly("AREA_NAME 2 2");
        assertThat(faults("division_code,name\n513399,道孚县\n")).containsExactly("AREA_UNKNOWN 2 1");
        assertThat(faults("division_code,from,to\n51,2023/1/1,\n513326,2024-01-01,2023-01-01\n"))
                .containsExactly("AREA_CODE_FORM 2 1", "AREA_DATE 2 2", "AREA_PERIOD 3 3");
        assertThat(faults("513326\n513327\n")).containsExactly("HEADING_MISSING 1 0");
    }

    @Test
    void aDeclaredListOfItsHeadingAloneMeansNobody() throws IOException {
        assertThat(DeclaredList.read(CsvSource.of("d", "admission_number\n")).numbers()).isEmpty();
        var list = DeclaredList.read(CsvSource.of("d", "准考证号\nA\nA\nB\n"));
        assertThat(list.numbers()).containsExactly("A", "B");
        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.notes()).extracting(Note::code).containsExactly("DECLARED_TWICE");
    }

    private static AreaList read(String text) throws IOException {
        return AreaList.read(CsvSource.of("areas", text), Divisions.builtIn());
    }

    private static List<String> faults(String text) {
        var refused = catchThrowableOfType(Unreadable.class, () -> read(text));
        return refused.faults().stream()
                .map(f -> f.code() + " " + f.line() + " " + f.column())
                .toList();
    }
}

package cutscore.kernel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.roster.RosterGenerator.Invention;
import cutscore.kernel.rule.LineRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterGeneratorTests {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 27);

    @Test
    void theSameSeedGivesTheSameBytesAndALongerRosterBeginsWithTheShorter() throws IOException {
        String once = generate(Invention.of(3000, 7));
        assertThat(generate(Invention.of(3000, 7))).isEqualTo(once);
        assertThat(generate(Invention.of(5000, 7))).startsWith(once);
        assertThat(generate(Invention.of(3000, 8))).isNotEqualTo(once);
    }

    @Test
    void theStrictReaderFindsNothingWrongInEitherEncodingOrLanguage() throws IOException {
        for (Charset encoding : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var out = new ByteArrayOutputStream();
            new RosterGenerator(Invention.of(2000, 3), Divisions.builtIn())
                    .write(out, encoding, true, rows -> {});
            var report = read(CsvSource.of("generated", out.toByteArray()), new ArrayList<>());
            assertThat(report.faults()).isEmpty();
            assertThat(report.rows()).isEqualTo(2000);
            assertThat(report.encoding()).isEqualTo(encoding.name());
        }
    }

    @Test
    void aSeparateLineArisesFromFiveThousandExamineesOn() throws IOException {
        for (int examinees : List.of(5_000, 20_000)) {
            for (long seed = 1; seed <= 6; seed++) {
                var keys = measure(Invention.of(examinees, seed));
                assertThat(keys).hasSize(3);
                assertThat(keys)
                        .describedAs("seed " + seed + " of " + examinees)
                        .anySatisfy(
                                key ->
                                        assertThat(key.outcome())
                                                .isInstanceOf(LineOutcome.SeparateLine.class));
            }
        }
    }

    @Test
    void passRatesAbsenteesAndLineAreasAreLikeAnExam() throws IOException {
        var invention = Invention.of(60_000, 11);
        for (MeasuredKey key : measure(invention)) {
            assertThat(100 * key.nationalPassed() / key.examinees())
                    .describedAs(key.key() + " " + key)
                    .isBetween(5L, 29L);
        }
        List<Examinee> people = new ArrayList<>();
        read(CsvSource.of("generated", generate(invention)), people);
        assertThat(people.stream().map(Examinee::qualification).distinct()).hasSize(27);
        long inAreas =
                people.stream().filter(e -> invention.lineAreas().contains(e.division())).count();
        assertThat(inAreas).isBetween(5_500L, 6_500L);
        assertThat(people.stream().filter(Examinee::voided)).isNotEmpty();
        for (int subject = 0; subject < 2; subject++) {
            int at = subject;
            long absent = people.stream().filter(e -> !e.scores().get(at).sat()).count();
            assertThat(absent).isBetween(9_000L, 15_000L);
        }
    }

    @Test
    void everybodyIsMarkedAsInvented() throws IOException {
        List<Examinee> people = new ArrayList<>();
        read(CsvSource.of("generated", generate(Invention.of(1000, 5))), people);
        assertThat(people).allSatisfy(e -> assertThat(e.name()).startsWith("虚构"));
        assertThat(people).allSatisfy(e -> assertThat(e.identityNumber()).startsWith("99"));
        assertThat(people).allSatisfy(e -> assertThat(e.admissionNumber()).startsWith("XG"));
        assertThat(people.stream().map(Examinee::identityNumber).distinct()).hasSize(1000);
        assertThat(people.getFirst().toString())
                .doesNotContain(String.valueOf(people.getFirst().identityNumber()));
    }

    @Test
    void theCircularsAreasAreFiftyOneCounties() {
        assertThat(Invention.of(1, 1).lineAreas()).hasSize(51);
        assertThat(Invention.of(1, 1).lineAreas()).contains(new DivisionCode("513326"));
    }

    private static List<MeasuredKey> measure(Invention invention) throws IOException {
        var line =
                new LineDetermination(
                        LineRule.defaults(invention.session()),
                        Set.copyOf(invention.lineAreas()),
                        number -> false,
                        Qualifications.builtIn());
        List<Examinee> people = new ArrayList<>();
        read(CsvSource.of("generated", generate(invention)), people);
        people.forEach(line::add);
        return line.dossier(List.of(), Optional.empty()).keys();
    }

    private static RosterReport read(CsvSource source, List<Examinee> into) throws IOException {
        return new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY)
                .read(source, into::add);
    }

    private static String generate(Invention invention) throws IOException {
        var out = new ByteArrayOutputStream();
        new RosterGenerator(invention, Divisions.builtIn()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

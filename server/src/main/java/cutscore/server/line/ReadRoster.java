package cutscore.server.line;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A drawn roster and what the strict reader read in it. */
record ReadRoster(DrawnRoster drawn, List<Examinee> examinees) {

    static ReadRoster of(DrawnRoster drawn) {
        List<Examinee> examinees = new ArrayList<>();
        try {
            new RosterReader(Divisions.builtIn(), drawn.table(), examDay(drawn))
                    .read(CsvSource.of("roster-1", drawn.bytes()), examinees::add)
                    .orRefuse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadRoster(drawn, examinees);
    }

    static LocalDate examDay(DrawnRoster drawn) {
        return ExamDays.first(drawn.rule().session()).orElseThrow();
    }

    SecondEngine.Given given() {
        return new SecondEngine.Given(
                drawn.rule(),
                drawn.table(),
                drawn.areas(),
                drawn.declared()::contains,
                examinees::forEach);
    }
}

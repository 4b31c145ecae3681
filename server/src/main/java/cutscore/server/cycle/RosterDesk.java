package cutscore.server.cycle;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.RosterGenerator;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.roster.ControlTotals;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings the roster's file, and counts it again as the second person does. */
final class RosterDesk {
    private RosterDesk() {}

    /** Writes the invented roster, or copies the given one byte for byte. */
    static void bring(Script script, Opening opening, Progress progress) {
        try {
            if (script.roster().isPresent()) {
                Files.copy(script.roster().get(), script.rosterFile());
                return;
            }
            var invention =
                    RosterGenerator.Invention.of(script.examinees(), script.seed())
                            .in(opening.areas())
                            .at(opening.session(), Qualifications.builtIn().all());
            try (var out = new BufferedOutputStream(Files.newOutputStream(script.rosterFile()))) {
                new RosterGenerator(invention, Divisions.builtIn())
                        .write(out, StandardCharsets.UTF_8, false, progress::at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the second person counts for himself, from the file. */
    record Counted(String sha256, ControlTotals totals) {}

    /**
     * @throws cutscore.kernel.Unreadable when the file has any fault
     */
    static Counted count(Path file, Opening opening) {
        var sum = new long[1];
        try {
            var report =
                    new RosterReader(
                                    Divisions.builtIn(),
                                    Qualifications.builtIn(),
                                    opening.examDay())
                            .read(
                                    CsvSource.of(file, "roster"),
                                    examinee -> sum[0] += halfPoints(examinee.scores()))
                            .orRefuse();
            return new Counted(report.sha256(), new ControlTotals(report.rows(), sum[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows below the headings of a file whose every line ends. */
    static long rows(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static long halfPoints(java.util.List<SubjectScore> scores) {
        long sum = 0;
        for (SubjectScore score : scores) {
            sum += score instanceof SubjectScore.Marked(var mark) ? mark.halfPoints() : 0;
        }
        return sum;
    }
}

package cutscore.spark;

import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads a piece on an executor, by the kernel's strict reader and nothing else, and counts it by
 * qualification; which qualifications make up a key is the driver's to say.
 */
final class PieceCounter implements Function<Piece, Counted> {
    private final String rule;
    private final List<String> areas;
    private final String day;
    private final byte[] table;
    private final Broadcast<Set<String>> declared;

    PieceCounter(Settings settings, Broadcast<Set<String>> declared) {
        this.rule = settings.rule().toJson().canonical();
        this.areas = new ArrayList<>(settings.areas().stream().map(DivisionCode::value).toList());
        this.day = settings.day().toString();
        this.table = settings.tableFile();
        this.declared = declared;
    }

    @Override
    public Counted call(Piece piece) throws IOException {
        var qualifications = Settings.table(table);
        Set<String> wanted = declared.value();
        var line = determination(qualifications, wanted);
        var numbers = new StringBuilder();
        List<String> seen = new ArrayList<>();
        try {
            var report =
                    new RosterReader(Divisions.builtIn(), qualifications, LocalDate.parse(day), 1)
                            .read(
                                    piece.source(),
                                    examinee -> {
                                        String number = examinee.admissionNumber();
                                        line.add(examinee);
                                        numbers.append(number).append('\n');
                                        if (wanted.contains(number)) {
                                            seen.add(number);
                                        }
                                    });
            return report.sound()
                    ? counted(piece, report, line.counts(), seen, numbers)
                    : Counted.unsound(piece.roster());
        } catch (Unreadable e) {
            // Said again, with its place, by the strict reading of the whole that follows.
            return Counted.unsound(piece.roster());
        }
    }

    private LineDetermination determination(Qualifications qualifications, Set<String> wanted) {
        var given = LineRule.fromJson(Json.parseObject(rule));
        var byQualification =
                new LineRule(
                        given.session(),
                        LineRule.Key.QUALIFICATION,
                        given.shape(),
                        given.national(),
                        given.grid(),
                        given.sat(),
                        given.pool());
        Set<DivisionCode> inForce =
                areas.stream().map(DivisionCode::new).collect(Collectors.toSet());
        return new LineDetermination(byQualification, inForce, wanted::contains, qualifications);
    }

    private static Counted counted(
            Piece piece,
            RosterReport report,
            List<KeyCounts> counts,
            List<String> declared,
            StringBuilder numbers) {
        Map<String, Long> people = new HashMap<>();
        counts.forEach(key -> Cell.write(key, people));
        List<Counted.Remark> remarks = new ArrayList<>();
        for (Note note : report.notes()) {
            if (piece.first() || note.line() > piece.headingLines()) {
                remarks.add(
                        new Counted.Remark(
                                piece.roster(),
                                note.code(),
                                piece.lineInRoster(note.line()),
                                note.what().zh(),
                                note.what().en(),
                                note.times()));
            }
        }
        return new Counted(
                piece.roster(),
                report.rows(),
                true,
                report.encoding().equals(StandardCharsets.UTF_8.name()),
                remarks,
                declared,
                people,
                numbers.toString().getBytes(StandardCharsets.UTF_8));
    }
}

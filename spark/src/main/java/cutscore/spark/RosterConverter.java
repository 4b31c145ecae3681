package cutscore.spark;

import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes a roster's CSV as Parquet: the texts of the columns a line needs, as they are, and the
 * line each row stood on. Names and identity numbers stay behind.
 */
final class RosterConverter {
    private static final Set<String> NEEDED =
            Set.of(
                    "admission_number",
                    "准考证号",
                    "division_code",
                    "报名地行政区划代码",
                    "qualification",
                    "资格名称",
                    "subject_1",
                    "科目一",
                    "subject_2",
                    "科目二",
                    "subject_3",
                    "科目三",
                    "standing",
                    "考试状态");

    private final Rosters rosters;

    RosterConverter(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * @param csv a sound roster
     * @param folder not there yet
     * @param day the exam's first day
     * @param tableFile another exam's qualifications; no bytes for the built-in ones
     * @return how many rows were written
     * @throws cutscore.kernel.Unreadable with every fault of the roster; nothing is written then
     */
    long convert(String csv, String folder, LocalDate day, byte[] tableFile) throws IOException {
        var settings = settings(day, tableFile);
        var opened = rosters.open(List.of(csv));
        try (var gathered = Gathering.of(rosters.session(), opened, settings)) {
            if (!gathered.isSound()) {
                StrictReading.of(opened, settings);
                throw new IllegalStateException("the strict reader found no fault in " + csv);
            }
            return write(gathered, folder, settings.table());
        }
    }

    private long write(Gathering gathered, String folder, Qualifications table) throws IOException {
        var roster = gathered.rosters().getFirst();
        var rows = roster.pieces();
        var columns = Columns.of(rows.first(), table);
        var schema = new StructType().add(SourceNote.LINE, DataTypes.LongType, false);
        for (String heading : columns.headings()) {
            schema = schema.add(heading, DataTypes.StringType, true);
        }
        rosters.session()
                .createDataFrame(rows.flatMap(columns::rows), schema)
                .write()
                .parquet(folder);
        long count = gathered.rows(0);
        new SourceNote(
                        roster.input("roster", count).sha256(),
                        count,
                        columns.headings(),
                        ParquetRoster.digests(rosters.session(), rosters.storage(), folder))
                .write(rosters.storage(), folder);
        return count;
    }

    /** No line is sought; the rule only has to fit every qualification. */
    private static Settings settings(LocalDate day, byte[] tableFile) throws IOException {
        Score lowestFull =
                Settings.table(tableFile).all().stream()
                        .map(Qualification::fullMark)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        var rule =
                new LineRule(
                        LineRule.FIRST_SESSION,
                        LineRule.Key.QUALIFICATION,
                        Shape.UNIFORM,
                        lowestFull,
                        new Grid(Score.of("0.5"), Score.of("0")),
                        LineRule.Sat.ANY,
                        LineRule.Pool.REGISTERED);
        return new Settings(rule, Set.of(), Set.of(), day, Optional.empty(), tableFile, List.of());
    }

    /** The day that division codes are judged by, when none is given. */
    static LocalDate usualDay() {
        return ExamDays.about(LineRule.FIRST_SESSION);
    }

    /**
     * Which columns of the CSV are kept.
     *
     * @param headings as the CSV writes them
     * @param at where each stands, from 0
     */
    private record Columns(List<String> headings, List<Integer> at) implements Serializable {

        static Columns of(Piece piece, Qualifications table) throws IOException {
            Set<String> needed = new HashSet<>(NEEDED);
            for (Qualification qualification : table.all()) {
                qualification.subjects().forEach(s -> needed.add(s.toLowerCase(Locale.ROOT)));
            }
            List<String> headings = new ArrayList<>();
            List<Integer> at = new ArrayList<>();
            try (var csv = new CsvReader(piece.source())) {
                csv.next();
                for (int i = 0; i < csv.size(); i++) {
                    String heading = csv.text(i).strip();
                    if (needed.contains(heading.toLowerCase(Locale.ROOT))) {
                        headings.add(heading);
                        at.add(i);
                    }
                }
            }
            return new Columns(headings, at);
        }

        Iterator<Row> rows(Piece piece) throws IOException {
            List<Row> rows = new ArrayList<>();
            try (var csv = new CsvReader(piece.source())) {
                csv.next();
                while (csv.next()) {
                    Object[] fields = new Object[at.size() + 1];
                    fields[0] = piece.lineInRoster(csv.line());
                    for (int i = 0; i < at.size(); i++) {
                        fields[i + 1] = csv.text(at.get(i));
                    }
                    rows.add(RowFactory.create(fields));
                }
            }
            return rows.iterator();
        }
    }
}

package cutscore.spark;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.DeclaredList;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.RuleReader;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The small files, which the driver reads where it runs, as options of a command. */
final class GivenFiles {
    private static final byte[] BUILT_IN = new byte[0];

    @Option(
            names = "--areas",
            required = true,
            paramLabel = "FILE",
            description = "单独划线地区 CSV / the line areas")
    private Path areas;

    @Option(names = "--rule", required = true, paramLabel = "FILE", description = "规则 / the rule")
    private Path rule;

    @Option(
            names = "--declared",
            paramLabel = "FILE",
            description = "审核通过的申报人 CSV / approved declarations: admission_number")
    private @Nullable Path declared;

    @Option(
            names = "--qualifications",
            paramLabel = "FILE",
            description = "其他考试的资格表 / another exam's table")
    private @Nullable Path qualifications;

    @Option(
            names = "--exam-day",
            paramLabel = "DATE",
            description = "考试首日，内置表没有时须给出 / the exam's first day, where it is not on record")
    private @Nullable LocalDate examDay;

    /**
     * Reads them all, as {@code line determine} does.
     *
     * @throws Unreadable with every fault of the first file that has any
     */
    Settings read(PrintWriter err) throws IOException {
        byte[] tableFile = qualifications == null ? BUILT_IN : Files.readAllBytes(qualifications);
        var table = Settings.table(tableFile);
        var read = RuleReader.read(rule.toString(), Files.readString(rule), sharedNational(table));
        LineRule settled = read.rule();
        if (!read.sessionStated()) {
            var what =
                    new Words(
                            "规则没有写考次，按 " + settled.session() + " 计",
                            "the rule names no session; " + settled.session() + " is taken");
            err.println(Note.of("SESSION_ASSUMED", rule.toString(), what).text());
        }
        var given = Optional.ofNullable(examDay);
        var onRecord = ExamDays.first(settled.session());
        var day = given.or(() -> onRecord);
        var areaList = AreaList.read(CsvSource.of(areas), Divisions.builtIn());
        if (areaList.dated() && day.isEmpty()) {
            throw dayUnknown(settled);
        }
        List<Dossier.Input> inputs = new ArrayList<>();
        inputs.add(new Dossier.Input("areas", areaList.sha256(), areaList.rows().size()));
        areaList.notes().forEach(note -> err.println(note.text()));
        Set<String> numbers = declared(settled, inputs, err);
        if (qualifications != null) {
            inputs.add(new Dossier.Input("qualifications", table.sha256(), table.all().size()));
        }
        var about = day.orElse(ExamDays.about(settled.session()));
        return new Settings(
                settled,
                areaList.inForce(about),
                numbers,
                about,
                given.filter(d -> !onRecord.equals(Optional.of(d))),
                tableFile,
                inputs);
    }

    private Set<String> declared(LineRule settled, List<Dossier.Input> inputs, PrintWriter err)
            throws IOException {
        if (declared != null) {
            var list = DeclaredList.read(CsvSource.of(declared));
            inputs.add(new Dossier.Input("declared", list.sha256(), list.rows()));
            list.notes().forEach(note -> err.println(note.text()));
            return list.numbers();
        }
        if (settled.pool() != LineRule.Pool.REGISTERED) {
            String pool = settled.pool().word();
            throw new Unreadable(
                    Fault.of(
                            "DECLARED_MISSING",
                            new Words(
                                    "规则的 pool 是 " + pool + "，须给出申报名单",
                                    "the rule's pool is " + pool + ": who declared?"),
                            new Words(
                                    "加上 --declared FILE（只有表头表示无人申报）",
                                    "add --declared FILE (the heading alone means nobody)")));
        }
        return Set.of();
    }

    private Unreadable dayUnknown(LineRule settled) {
        return new Unreadable(
                Fault.of(
                                "EXAM_DAY_UNKNOWN",
                                new Words(
                                        "地区带起止日期，但 " + settled.session() + " 的考试首日不在内置表中",
                                        "the areas have dates, and the first day of "
                                                + settled.session()
                                                + " is not on record"),
                                new Words("加上 --exam-day 日期", "add --exam-day DATE"))
                        .in(areas.toString()));
    }

    private static @Nullable Score sharedNational(Qualifications table) {
        List<Score> marks = table.all().stream().map(Qualification::national).distinct().toList();
        return marks.size() == 1 ? marks.getFirst() : null;
    }
}

package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.DeclaredList;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files a line is determined from, as options of a command, and what comes out of them. */
final class LineFiles {
    @Option(
            names = "--areas",
            paramLabel = "FILE",
            description = "单独划线地区 CSV / the line areas: division_code,name,ground,from,to,circular")
    private @Nullable Path areas;

    @Option(
            names = "--declared",
            paramLabel = "FILE",
            description = "审核通过的申报人 CSV / approved declarations: admission_number")
    private @Nullable Path declared;

    @Option(
            names = "--qualifications",
            paramLabel = "FILE",
            description =
                    "其他考试的资格表 / another exam's table:"
                            + " qualification,level,subjects,full_mark,national")
    private @Nullable Path qualifications;

    @Option(
            names = "--exam-day",
            paramLabel = "DATE",
            description = "考试首日，内置表没有时须给出 / the exam's first day, where it is not on record")
    private @Nullable LocalDate examDay;

    /** What was determined, the counts behind it, and where membership of the pool came from. */
    record Determined(List<KeyCounts> counts, Dossier dossier, PoolFacts facts) {}

    boolean anyGiven() {
        return areas != null || declared != null || qualifications != null;
    }

    Qualifications table() throws IOException {
        return qualifications == null
                ? Qualifications.builtIn()
                : Qualifications.read(CsvSource.of(InputFile.existing(qualifications)));
    }

    /** The national mark that all qualifications share; null when they differ. */
    static @Nullable Score sharedNational(Qualifications table) {
        List<Score> marks = table.all().stream().map(Qualification::national).distinct().toList();
        return marks.size() == 1 ? marks.getFirst() : null;
    }

    /**
     * Reads everything and determines.
     *
     * @param knownDay the first day a dossier states, if it does
     * @throws Unreadable with every fault of every input
     */
    Determined determine(
            LineRule rule,
            List<Path> rosters,
            Qualifications table,
            Optional<LocalDate> knownDay,
            PrintWriter err,
            ReadingWay way)
            throws IOException {
        return by(rule, rosters, table, knownDay, err, _ -> way.asked());
    }

    /**
     * The same with somebody who looks at every examinee on the way.
     *
     * @param onlooker is told where membership of the pool comes from, before the first of them
     */
    Determined determine(
            LineRule rule,
            List<Path> rosters,
            Qualifications table,
            Optional<LocalDate> knownDay,
            PrintWriter err,
            Function<PoolFacts, Consumer<Examinee>> onlooker)
            throws IOException {
        return by(
                rule,
                rosters,
                table,
                knownDay,
                err,
                facts -> RosterCount.strictly(onlooker.apply(facts)));
    }

    private Determined by(
            LineRule rule,
            List<Path> rosters,
            Qualifications table,
            Optional<LocalDate> knownDay,
            PrintWriter err,
            Function<PoolFacts, RosterCount> way)
            throws IOException {
        var given = Optional.ofNullable(examDay).or(() -> knownDay);
        var onRecord = ExamDays.first(rule.session());
        var day = given.or(() -> onRecord);
        var areaList = areas(rule, day);
        var declaredList = declaredList(rule);
        var about = day.orElse(ExamDays.about(rule.session()));
        var facts =
                PoolFacts.of(
                        areaList,
                        about,
                        Optional.ofNullable(declaredList).map(DeclaredList::numbers),
                        Divisions.builtIn());
        Set<String> numbers = declaredList == null ? Set.of() : declaredList.numbers();
        var against = new RosterCount.Against(rule, areaList.inForce(about), numbers, table, about);
        var counted = way.apply(facts).count(rosters, against, err);
        List<Dossier.Input> inputs = new ArrayList<>(counted.inputs());
        inputs.add(new Dossier.Input("areas", areaList.sha256(), areaList.rows().size()));
        tell(areaList.notes(), err);
        if (declaredList != null) {
            inputs.add(new Dossier.Input("declared", declaredList.sha256(), declaredList.rows()));
            tell(declaredList.notes(), err);
            tellUnseen(counted.undeclared(), err);
        }
        if (qualifications != null) {
            inputs.add(new Dossier.Input("qualifications", table.sha256(), table.all().size()));
        }
        tellNational(rule, table, err);
        var stated = given.filter(d -> !onRecord.equals(Optional.of(d)));
        var counts = counted.counts().get();
        return new Determined(counts, Dossier.of(rule, counts, inputs, stated), facts);
    }

    /** Reads the rosters once more; they were found to be good before. */
    static void again(
            List<Path> rosters,
            Qualifications table,
            LocalDate day,
            Consumer<Examinee> each,
            PrintWriter err)
            throws IOException {
        RosterCount.read(rosters, table, day, each, err);
    }

    private AreaList areas(LineRule rule, Optional<LocalDate> day) throws IOException {
        if (areas == null) {
            throw new Unreadable(
                    Fault.of(
                            "AREAS_MISSING",
                            new Words("没有给出地区文件", "no areas are given"),
                            new Words("加上 --areas FILE", "add --areas FILE")));
        }
        var list = AreaList.read(CsvSource.of(InputFile.existing(areas)), Divisions.builtIn());
        if (list.dated() && day.isEmpty()) {
            throw InputFile.refused(
                    areas,
                    "EXAM_DAY_UNKNOWN",
                    "地区带起止日期，但 " + rule.session() + " 的考试首日不在内置表中",
                    "the areas have dates, and the first day of "
                            + rule.session()
                            + " is not on record",
                    "加上 --exam-day 日期",
                    "add --exam-day DATE");
        }
        return list;
    }

    private @Nullable DeclaredList declaredList(LineRule rule) throws IOException {
        if (declared != null) {
            return DeclaredList.read(CsvSource.of(InputFile.existing(declared)));
        }
        if (rule.pool() != LineRule.Pool.REGISTERED) {
            throw new Unreadable(
                    Fault.of(
                            "DECLARED_MISSING",
                            new Words(
                                    "规则的 pool 是 " + rule.pool().word() + "，须给出申报名单",
                                    "the rule's pool is " + rule.pool().word() + ": who declared?"),
                            new Words(
                                    "加上 --declared FILE（只有表头表示无人申报）",
                                    "add --declared FILE (the heading alone means nobody)")));
        }
        return null;
    }

    static void tell(List<Note> notes, PrintWriter err) {
        notes.forEach(note -> err.println(note.text()));
    }

    private static void tellUnseen(Collection<String> unseen, PrintWriter err) {
        unseen.stream()
                .sorted()
                .limit(20)
                .map(cutscore.kernel.csv.Shown::of)
                .map(
                        n ->
                                new Words(
                                        "申报名单中的 " + n + " 不在名册",
                                        n + " has declared but is not on the roster"))
                .forEach(w -> err.println(Note.of("DECLARED_UNKNOWN", "declared", w).text()));
        if (unseen.size() > 20) {
            err.println("… " + unseen.size() + " 个/in all");
        }
    }

    private static void tellNational(LineRule rule, Qualifications table, PrintWriter err) {
        table.all().stream()
                .filter(q -> !q.national().equals(rule.national()))
                .findFirst()
                .ifPresent(
                        q ->
                                err.println(
                                        Note.of(
                                                        "NATIONAL_DIFFERS",
                                                        "rule",
                                                        new Words(
                                                                "按规则的全国合格标准 "
                                                                        + rule.national()
                                                                        + "；资格表中"
                                                                        + q.name()
                                                                        + "为 "
                                                                        + q.national(),
                                                                "the rule's national mark "
                                                                        + rule.national()
                                                                        + " counts; the table says "
                                                                        + q.national()
                                                                        + " for "
                                                                        + q.name()))
                                                .text()));
    }
}

package cutscore.kernel.explain;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * An invented determination by a seed: every shape, setting and kind of mark sheet occurs. Marks
 * lie near the line, lower in the areas, so that separate lines arise and small changes matter.
 */
public record RandomCase(
        LineRule rule,
        List<Examinee> roster,
        AreaList areas,
        Optional<Set<String>> declared,
        Qualifications qualifications) {
    public static final LocalDate DAY = LocalDate.of(2023, 5, 27);
    public static final String AREAS =
            """
            division_code,name,ground,from,to,circular
            513326,道孚县,国家乡村振兴重点帮扶县,2022-05-30,,人社厅发〔2022〕25号
            513300,,涉藏州县,2022-05-30,2023-12-31,人社厅发〔2022〕25号
            513401,,国家乡村振兴重点帮扶县,2023-06-01,,后来的通知
            """;
    private static final List<String> PLACES =
            List.of("513326", "513322", "513301", "510107", "513401", "510000", "110101");
    private static final List<String> NAMES = List.of("信息系统项目管理师", "系统分析师", "软件设计师", "程序员");

    public static RandomCase of(long seed) {
        var random = new Random(seed);
        var rule = rule(random);
        var roster = new ArrayList<Examinee>();
        var declared = new HashSet<String>();
        int people = 8 + random.nextInt(60);
        for (int i = 0; i < people; i++) {
            var one = examinee(random, "A%05d".formatted(i));
            roster.add(one);
            if (random.nextInt(4) == 0) {
                declared.add(one.admissionNumber());
            }
        }
        boolean said = rule.pool() != LineRule.Pool.REGISTERED || random.nextBoolean();
        return new RandomCase(
                rule,
                roster,
                areaList(),
                said ? Optional.of(declared) : Optional.empty(),
                Qualifications.builtIn());
    }

    public static AreaList areaList() {
        try {
            return AreaList.read(CsvSource.of("areas", AREAS), Divisions.builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PoolFacts facts() {
        return PoolFacts.of(areas, DAY, declared, Divisions.builtIn());
    }

    public Dossier dossier() {
        var line =
                new LineDetermination(
                        rule,
                        areas.inForce(DAY),
                        declared.orElse(Set.of())::contains,
                        qualifications);
        roster.forEach(line::add);
        return line.dossier(List.of(), Optional.empty());
    }

    private static LineRule rule(Random random) {
        var step = random.nextInt(3) == 0 ? "0.5" : "1";
        return new LineRule(
                SessionId.of(2023, 1),
                random.nextInt(3) == 0 ? LineRule.Key.QUALIFICATION : LineRule.Key.LEVEL,
                shape(random),
                Score.of("45"),
                new Grid(Score.of(step), Score.of("38")),
                List.of(LineRule.Sat.values()).get(random.nextInt(3)),
                List.of(LineRule.Pool.values()).get(random.nextInt(3)));
    }

    private static Shape shape(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Shape.PerSubject();
            case 1 -> new Shape.TotalAndFloor(Score.of("40"));
            default -> Shape.UNIFORM;
        };
    }

    private static Examinee examinee(Random random, String number) {
        var qualification = qualification(random);
        var place = new DivisionCode(PLACES.get(random.nextInt(PLACES.size())));
        int lowest = place.value().startsWith("5133") ? 78 : 85;
        var scores = qualification.subjects().stream().map(_ -> score(random, lowest)).toList();
        boolean voided = random.nextInt(15) == 0;
        return new Examinee(
                number, place, qualification, scores, voided, "居民身份证", "110101190001010000", "某某");
    }

    private static Qualification qualification(Random random) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        return Qualifications.builtIn().find(name).orElseThrow();
    }

    private static SubjectScore score(Random random, int lowest) {
        return switch (random.nextInt(40)) {
            case 0 -> new SubjectScore.Absent();
            case 1 -> new SubjectScore.Voided();
            case 2 -> new SubjectScore.Marked(new Score(random.nextInt(151)));
            default -> new SubjectScore.Marked(new Score(lowest + random.nextInt(16)));
        };
    }
}

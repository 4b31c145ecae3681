package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws small rosters near every edge of the definition: marks crowd around the national one, pools
 * are empty or everybody, the cap is met exactly, by one person more, by one fewer. The same seed
 * and number draw the same roster.
 */
final class RosterDraw {
    static final SessionId SESSION = SessionId.of(2023, 1);
    private static final Set<DivisionCode> AREAS = codes("513326", "513336", "441900", "623021");
    private static final List<String> PLACES =
            List.of("513326", "513336", "441900", "623021", "510107", "110101", "510000", "513300");
    private static final int IN_AREA = 4;

    /** One in so many lines by subject has every vector that a real exam has. */
    private static final int FULL_SIZE = 500;

    private final SplittableRandom dice;
    private final StringBuilder csv = new StringBuilder(4096);
    private final Set<String> declared = new HashSet<>();
    private final Qualifications table;
    private final List<Qualification> sitting;
    private final LineRule rule;
    private int people;
    private int voided;
    private int better;

    private RosterDraw(long seed, long number, Qualifications exam) {
        dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        table = exam;
        var shape = dice.nextInt(3);
        sitting = ExamDraw.sitting(dice, table.all(), shape == 0 || chance(40));
        rule = rule(shape);
    }

    static DrawnRoster of(long seed, long number, ExamDraw exams) {
        var draw = new RosterDraw(seed, number, exams.of(number));
        draw.rows();
        return new DrawnRoster(
                number,
                draw.rule,
                draw.table,
                draw.csv.toString(),
                draw.chance(2) ? DrawnRoster.Dress.PLAIN : draw.oneOf(DrawnRoster.Dress.values()),
                draw.chance(20) ? Set.of() : AREAS,
                Set.copyOf(draw.declared));
    }

    private LineRule rule(int shape) {
        int step = 1 + dice.nextInt(2);
        int subjects = sitting.getFirst().subjects().size();
        int most = shape == 1 ? steps(subjects) : chance(4) ? 90 / step : 12;
        int steps = shape == 1 && chance(FULL_SIZE) ? 45 : 1 + dice.nextInt(most);
        int usual = sitting.getFirst().national().halfPoints();
        int national = chance(6) ? 1 + dice.nextInt(usual + 3) : usual;
        steps = Math.max(1, Math.min(steps, national / step));
        int lowest = Math.max(0, national - steps * step);
        national = lowest + steps * step;
        int floor = lowest + step * dice.nextInt(steps);
        return new LineRule(
                SESSION,
                oneOf(LineRule.Key.values()),
                switch (shape) {
                    case 0 -> new Shape.Uniform();
                    case 1 -> new Shape.PerSubject();
                    default -> new Shape.TotalAndFloor(new Score(floor));
                },
                new Score(national),
                new Grid(new Score(step), new Score(lowest)),
                oneOf(LineRule.Sat.values()),
                oneOf(LineRule.Pool.values()),
                Map.of());
    }

    /** So many steps below the national mark that all vectors together are not too many. */
    private static int steps(int subjects) {
        return switch (subjects) {
            case 1 -> 90;
            case 2 -> 20;
            default -> 7;
        };
    }

    private void rows() {
        csv.append("admission_number,division_code,qualification,subject_1,subject_2,subject_3,");
        csv.append("standing\n");
        if (chance(3)) {
            capMetAboutExactly();
            return;
        }
        int size = chance(50) ? 200 + dice.nextInt(800) : 1 + dice.nextInt(chance(3) ? 60 : 12);
        var marks = MarkDraw.of(dice, rule);
        better = List.of(0, 25, 50, 80, 100).get(dice.nextInt(5));
        int inArea = List.of(0, 20, 50, 80, 100).get(dice.nextInt(5));
        voided = List.of(0, 0, 5, 40, 100).get(dice.nextInt(50) == 0 ? 4 : dice.nextInt(4));
        for (int i = 0; i < size; i++) {
            int place = dice.nextInt(100) < inArea ? dice.nextInt(IN_AREA) : outside();
            anyRow(place, oneOf(sitting), marks);
        }
    }

    /**
     * A pool of M, of whom p pass at some place; then so many others that the national rate is p/M
     * exactly, or as near as people can come to it, or one person beside it.
     */
    private void capMetAboutExactly() {
        var marks = MarkDraw.allSat(dice, rule);
        int pool = 1 + dice.nextInt(chance(3) ? 150 : 12);
        var one = oneOf(sitting);
        int passing = 0;
        int national = 0;
        int at = marks.somePlace(one);
        for (int i = 0; i < pool; i++) {
            int[] sheet = marks.sheet(one);
            row(dice.nextInt(IN_AREA), one, sheet, true);
            passing += marks.passes(sheet, at) ? 1 : 0;
            national += MarkDraw.lowest(sheet) >= rule.national().halfPoints() ? 1 : 0;
        }
        int others = chance(3) ? pool * (1 + dice.nextInt(3)) : 1 + dice.nextInt(3 * pool);
        int meeting = passing * (pool + others) / pool + oneOf(List.of(-1, 0, 0, 1));
        int more = Math.clamp(meeting - national, 0, others);
        for (int i = 0; i < others; i++) {
            row(outside(), one, i < more ? marks.meeting(one) : marks.failing(one), false);
        }
    }

    private void anyRow(int place, Qualification one, MarkDraw marks) {
        boolean usual = rule.pool() == LineRule.Pool.REGISTERED || place >= IN_AREA;
        boolean meets = place >= IN_AREA && dice.nextInt(100) < better;
        row(place, one, meets ? marks.meeting(one) : marks.sheet(one), usual == chance(7));
    }

    private void row(int place, Qualification one, int[] sheet, boolean asked) {
        String number = "N" + ++people;
        csv.append(number).append(',').append(PLACES.get(place)).append(',').append(one.name());
        for (int i = 0; i < 3; i++) {
            csv.append(',').append(i < sheet.length ? MarkDraw.written(sheet[i]) : "");
        }
        csv.append(',').append(dice.nextInt(100) < voided ? "voided" : "").append('\n');
        if (asked) {
            declared.add(number);
        } else if (chance(30)) {
            declared.add("X" + number);
        }
    }

    private int outside() {
        return IN_AREA + dice.nextInt(PLACES.size() - IN_AREA);
    }

    private boolean chance(int oneIn) {
        return dice.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(T[] values) {
        return values[dice.nextInt(values.length)];
    }

    private <T> T oneOf(List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }

    private static Set<DivisionCode> codes(String... values) {
        var codes = new HashSet<DivisionCode>();
        for (String value : values) {
            codes.add(new DivisionCode(value));
        }
        return Set.copyOf(codes);
    }
}

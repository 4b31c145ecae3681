package cutscore.server.line;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws mark sheets of one roster: half points, {@link #ABSENT} and {@link #VOIDED}. */
final class MarkDraw {
    static final int ABSENT = -1;
    static final int VOIDED = -2;

    private enum Kind {
        NEAR,
        FEW_SHEETS,
        ALL_ALIKE,
        EVERYBODY_MEETS,
        NOBODY_MEETS,
        ANY
    }

    private final SplittableRandom dice;
    private final LineRule rule;
    private final Kind kind;
    private final boolean whole;
    private final int absent;
    private final int voided;
    private final List<int[]> sheets = new ArrayList<>();

    private MarkDraw(
            SplittableRandom dice,
            LineRule rule,
            Kind kind,
            boolean whole,
            int absent,
            int voided) {
        this.dice = dice;
        this.rule = rule;
        this.kind = kind;
        this.whole = whole;
        this.absent = absent;
        this.voided = voided;
    }

    static MarkDraw of(SplittableRandom dice, LineRule rule) {
        int drawn = dice.nextInt(12);
        var kind = drawn < Kind.values().length ? Kind.values()[drawn] : Kind.NEAR;
        int absent = List.of(0, 0, 0, 5, 40).get(dice.nextInt(5));
        int voided = List.of(0, 0, 0, 10).get(dice.nextInt(4));
        return new MarkDraw(dice, rule, kind, dice.nextInt(3) == 0, absent, voided);
    }

    /** Every subject sat, most marks near the national one. */
    static MarkDraw allSat(SplittableRandom dice, LineRule rule) {
        var kind = dice.nextInt(4) == 0 ? Kind.FEW_SHEETS : Kind.NEAR;
        return new MarkDraw(dice, rule, kind, dice.nextInt(3) == 0, 0, 0);
    }

    /** The marks of somebody who sits for this. */
    int[] sheet(Qualification one) {
        boolean few = kind == Kind.ALL_ALIKE || kind == Kind.FEW_SHEETS;
        int kept = kind == Kind.ALL_ALIKE ? 1 : 3;
        if (!few || sheets.size() < kept) {
            sheets.add(drawn(one, kind));
        }
        int[] sheet = sheets.get(few ? dice.nextInt(sheets.size()) : sheets.size() - 1);
        return sheet.length == one.subjects().size() ? sheet.clone() : drawn(one, kind);
    }

    int[] meeting(Qualification one) {
        return drawn(one, Kind.EVERYBODY_MEETS);
    }

    int[] failing(Qualification one) {
        return drawn(one, Kind.NOBODY_MEETS);
    }

    private int[] drawn(Qualification one, Kind how) {
        int full = one.fullMark().halfPoints();
        int national = rule.national().halfPoints();
        int[] sheet = new int[one.subjects().size()];
        for (int i = 0; i < sheet.length; i++) {
            sheet[i] = missing(mark(how, full, national));
        }
        if (how == Kind.NOBODY_MEETS) {
            int weak = dice.nextInt(sheet.length);
            sheet[weak] = Math.min(sheet[weak], national - 1 - dice.nextInt(Math.min(3, national)));
        }
        return sheet;
    }

    private int missing(int mark) {
        int drawn = dice.nextInt(100);
        return drawn < absent ? ABSENT : drawn < absent + voided ? VOIDED : mark;
    }

    private int mark(Kind how, int full, int national) {
        int from = Math.max(0, rule.grid().lowest().halfPoints() - 2);
        int drawn =
                switch (how) {
                    case ANY -> dice.nextInt(full + 1);
                    case EVERYBODY_MEETS -> national + dice.nextInt(3);
                    case NEAR, FEW_SHEETS, ALL_ALIKE, NOBODY_MEETS ->
                            from + dice.nextInt(national + 3 - from);
                };
        int within = Math.min(drawn, full);
        return whole && how != Kind.EVERYBODY_MEETS ? within / 2 * 2 : within;
    }

    /** A place below the national line: a mark, or a total where the shape has totals. */
    int somePlace(Qualification one) {
        int step = rule.grid().step().halfPoints();
        int national = rule.national().halfPoints();
        int subjects = one.subjects().size();
        if (rule.shape() instanceof Shape.TotalAndFloor(var floor)) {
            int lowest = floor.halfPoints() * subjects;
            return lowest + step * dice.nextInt((national * subjects - 1 - lowest) / step + 1);
        }
        int lowest = rule.grid().lowest().halfPoints();
        return lowest + step * dice.nextInt((national - lowest) / step);
    }

    /** Whether somebody with these marks passes there. */
    boolean passes(int[] sheet, int place) {
        int lowest = lowest(sheet);
        if (rule.shape() instanceof Shape.TotalAndFloor(var floor)) {
            return lowest >= floor.halfPoints() && Arrays.stream(sheet).sum() >= place;
        }
        return lowest >= place;
    }

    static int lowest(int[] sheet) {
        return Arrays.stream(sheet).min().orElseThrow();
    }

    /** As a roster's file writes it. */
    static String written(int mark) {
        return switch (mark) {
            case ABSENT -> "";
            case VOIDED -> "违纪";
            default -> new Score(mark).toString();
        };
    }
}

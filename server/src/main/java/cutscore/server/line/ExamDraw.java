package cutscore.server.line;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the exams of a campaign, and who sits for what in them. */
final class ExamDraw {
    private static final List<String> LEVELS = List.of("高级", "中级", "初级", "一级", "二级", "Zweite", "a");
    private static final List<String> NAMES = List.of("社工师", "监理师", "Q3", "出版 编辑");
    private static final int[][] FULL_AND_NATIONAL = {
        {6, 4}, {10, 6}, {20, 12}, {21, 11}, {150, 90}, {200, 120}
    };

    /** So many rosters in a row are of the same exam. */
    private static final int ROSTERS_OF_ONE = 40;

    private final long seed;
    private long block = -1;
    private Qualifications exam = Qualifications.builtIn();

    ExamDraw(long seed) {
        this.seed = seed;
    }

    /** The exam of a roster by its number: the built-in one, or another. */
    Qualifications of(long number) {
        if (block != number / ROSTERS_OF_ONE) {
            block = number / ROSTERS_OF_ONE;
            var dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L - 1 - block);
            exam =
                    dice.nextInt(4) == 0
                            ? Qualifications.builtIn()
                            : Qualifications.read(table(dice));
        }
        return exam;
    }

    /** A table of qualifications as its file; marks there are few more often than many. */
    private static String table(SplittableRandom dice) {
        var csv = new StringBuilder("qualification,level,subjects,full_mark,national\n");
        int[] marks = FULL_AND_NATIONAL[dice.nextInt(FULL_AND_NATIONAL.length)];
        int usual = 1 + dice.nextInt(3);
        int size = 1 + dice.nextInt(NAMES.size());
        for (int i = 0; i < size; i++) {
            int subjects = dice.nextInt(4) == 0 ? 1 + dice.nextInt(3) : usual;
            csv.append(NAMES.get(i)).append(',');
            csv.append(LEVELS.get(dice.nextInt(LEVELS.size()))).append(',');
            csv.append(List.of("甲", "甲;乙", "甲;乙;丙").get(subjects - 1)).append(',');
            csv.append(MarkDraw.written(marks[0])).append(',');
            csv.append(MarkDraw.written(marks[1])).append('\n');
        }
        return csv.toString();
    }

    /**
     * One to three qualifications that people sit for.
     *
     * @param mixed whether they may have different numbers of subjects
     */
    static List<Qualification> sitting(
            SplittableRandom dice, List<Qualification> all, boolean mixed) {
        var first = all.get(dice.nextInt(all.size()));
        List<Qualification> sitting = new ArrayList<>(List.of(first));
        for (int more = dice.nextInt(3); more > 0; more--) {
            var one = all.get(dice.nextInt(all.size()));
            if (mixed || one.subjects().size() == first.subjects().size()) {
                sitting.add(one);
            }
        }
        return sitting;
    }
}

package cutscore.server.line;

import cutscore.kernel.id.Qualification;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws exams other than the built-in one, and who sits for what in them. */
final class ExamDraw {
    private static final List<String> LEVELS = List.of("高级", "中级", "初级", "一级", "二级", "Zweite", "a");
    private static final List<String> NAMES = List.of("社工师", "监理师", "Q3", "出版 编辑");
    private static final int[][] FULL_AND_NATIONAL = {
        {6, 4}, {10, 6}, {20, 12}, {21, 11}, {150, 90}, {200, 120}
    };

    private ExamDraw() {}

    /** A table of qualifications as its file; marks there are few more often than many. */
    static String table(SplittableRandom dice) {
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

package cutscore.kernel.id;

import cutscore.kernel.score.Score;
import java.util.List;

/**
 * A qualification (资格): its level, its subjects in order, the full mark of each and the national
 * mark of each.
 *
 * @param name as the exam names it, 信息系统项目管理师
 * @param level 高级, 中级, 初级, or the other exam's own word
 * @param subjects one to three subject names, in the order of the roster's columns
 * @param fullMark the highest mark of each subject
 * @param national the national line of each subject
 */
public record Qualification(
        String name, Level level, List<String> subjects, Score fullMark, Score national) {

    /**
     * @throws IllegalArgumentException when there is no name or not one to three subjects
     */
    public Qualification {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a qualification needs a name");
        }
        if (subjects.isEmpty() || subjects.size() > 3) {
            throw new IllegalArgumentException("one to three subjects: " + subjects);
        }
        if (national.compareTo(fullMark) > 0) {
            throw new IllegalArgumentException("national mark above the full mark: " + name);
        }
        subjects = List.copyOf(subjects);
    }
}

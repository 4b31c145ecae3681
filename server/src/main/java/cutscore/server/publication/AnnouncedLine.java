package cutscore.server.publication;

import cutscore.kernel.Words;
import java.util.List;

/**
 * What holds for one key (高级, 中级, 初级), in words that can be printed.
 *
 * @param key as the dossier names it
 * @param value "每科 40 分" or "不单独划线，执行全国合格标准"
 * @param subjects "科目一 42 分" for each subject, where they have marks of their own; else none
 * @param reason why, in one sentence
 * @param separateRate the pool's pass rate, written out as a fraction and a percentage
 * @param nationalRate the national pass rate, the same way
 */
public record AnnouncedLine(
        String key,
        Words value,
        List<Words> subjects,
        Words reason,
        Words separateRate,
        Words nationalRate) {
    public AnnouncedLine {
        subjects = List.copyOf(subjects);
    }
}

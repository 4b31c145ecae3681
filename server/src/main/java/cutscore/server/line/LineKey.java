package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.util.Optional;

/**
 * What one published mark is for. In 软考 the session and the level decide; in other exams a line
 * differs by province and subject as well (社会工作者 2020).
 *
 * @param key the level, the qualification or the session, as the dossier names it
 * @param province whose line it is; empty when it is the whole country's
 * @param subject counted from 1; empty when the mark is the same in every subject
 */
public record LineKey(
        SessionId session, String key, Optional<DivisionCode> province, Optional<Integer> subject) {

    /**
     * @throws IllegalArgumentException when the province is none or the subject below 1
     */
    public LineKey {
        if (province.filter(code -> !code.isProvince()).isPresent()) {
            throw new IllegalArgumentException("not a province: " + province.get());
        }
        if (subject.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("subjects are counted from 1");
        }
    }
}

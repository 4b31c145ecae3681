package cutscore.server.exam;

import cutscore.kernel.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the past as it is on record, for information only: certificates follow lines that were
 * determined and published here.
 *
 * @param exam 软考, 社会工作者 …
 * @param session as the exam names it, 2023H1 or 2023
 * @param level one or several, as reported together
 * @param mark of each subject; present exactly for a separate line
 * @param fullMark of each subject, where it is known
 * @param national national mark of each subject, where it is known
 * @param published when, where it is known
 * @param confidence high, medium-high, medium, low-medium, unknown
 * @param source the official document, or "as reported"; never the site a copy was read on
 */
public record PastLine(
        String exam,
        String session,
        String level,
        Outcome outcome,
        Optional<String> mark,
        Optional<String> fullMark,
        Optional<String> national,
        Optional<LocalDate> published,
        String confidence,
        Words source) {

    /** What the record says; each of them is a value, none an empty cell. */
    public enum Outcome {
        SEPARATE_LINE(new Words("单独划线", "separate line")),
        NATIONAL_LINE_STANDS(new Words("没有单独线，同全国", "the national line stands")),
        NOT_IN_FORCE(new Words("当时还没有单独划线", "separate lines were not in force yet")),
        NOT_KNOWN(new Words("未知", "not known"));

        private final Words words;

        Outcome(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /**
     * @throws IllegalArgumentException when a separate line has no mark, or another outcome has one
     */
    public PastLine {
        if (mark.isPresent() != (outcome == Outcome.SEPARATE_LINE)) {
            throw new IllegalArgumentException(
                    "mark and outcome disagree: " + session + " " + level);
        }
    }
}

package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.line.RateComparison;
import cutscore.server.line.web.LineWords;
import java.util.Optional;

/**
 * The answer to "this line?": one sentence, the inequality behind it, and the step below.
 *
 * @param at the line held up
 * @param national of the pool, who meet the national line
 * @param below one step lower; empty at the lowest line
 */
record Answer(RateComparison at, long national, Optional<RateComparison> below) {

    boolean lawful() {
        return at.holds();
    }

    /** 39 分：可行，低于全国 0.8 个百分点，新增 412 人。 */
    Words headline() {
        return sentence(at, national);
    }

    /** 38 分：不可行，超过 17 人；or that it would be lawful too. */
    Optional<Words> next() {
        return below.map(lower -> sentence(lower, national));
    }

    /** How many people more may pass before the rate exceeds the national one. */
    Words headroom() {
        long room = at.headroom();
        String people = ShownRate.people(Math.abs(room));
        if (room < 0) {
            return new Words("超过 " + people + " 人", people + " people too many");
        }
        return room == 0
                ? new Words("没有余量：再多一人就超过", "no headroom: one person more would exceed it")
                : new Words("余量 " + people + " 人", "headroom: " + people + " people");
    }

    long gained() {
        return at.passed() - national;
    }

    static Words sentence(RateComparison at, long national) {
        var line = LineWords.line(at.at());
        if (!at.holds()) {
            String people = ShownRate.people(-at.headroom());
            return new Words(
                    line.zh() + "：不可行，超过 " + people + " 人",
                    line.en() + ": not lawful, " + people + " people too many");
        }
        var distance = ShownRate.distance(at);
        String people = ShownRate.people(at.passed() - national);
        return new Words(
                line.zh() + "：可行，" + distance.zh() + "，新增 " + people + " 人",
                line.en() + ": lawful, " + distance.en() + ", " + people + " more people pass");
    }

    /** 412/1 903 = 21.65 % ≤ 1 234/5 678 = 21.73 %. */
    String inequality() {
        return ShownRate.of(at.passed(), at.pool())
                + (at.holds() ? " ≤ " : " > ")
                + ShownRate.of(at.nationalPassed(), at.nationalExaminees());
    }

    /** The same without division: 412 × 5 678 = 2 339 336 ≤ 1 234 × 1 903 = 2 348 302. */
    String crosswise() {
        return ShownRate.product(at.passed(), at.nationalExaminees())
                + (at.holds() ? " ≤ " : " > ")
                + ShownRate.product(at.nationalPassed(), at.pool());
    }
}

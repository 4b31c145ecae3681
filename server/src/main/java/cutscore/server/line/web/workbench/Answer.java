package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.line.RateComparison;
import cutscore.server.line.web.LineWords;
import cutscore.server.line.web.ShownRate;
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

    Words headroom() {
        return ShownRate.headroom(at);
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

    String inequality() {
        return ShownRate.inequality(at);
    }

    String crosswise() {
        return ShownRate.crosswise(at);
    }
}

package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.server.certificate.AwardOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was decided, and every rule that was asked on the way.
 *
 * @param key what the standard was published for: 高级, a qualification
 * @param line the separate line in words; empty when the national line stands
 * @param needed the marks that were missing; empty when none were, and in explanations of before
 * @param findings in the order asked, the deciding one last
 */
record MyAward(
        AwardOutcome outcome,
        String key,
        Optional<Words> line,
        Optional<Words> needed,
        List<Finding> findings) {

    MyAward {
        findings = List.copyOf(findings);
    }

    /** One rule: met or not, on which clause, why. */
    record Finding(boolean met, String clause, Words why) {}

    static MyAward of(Json.Obj explanation) {
        var word = explanation.text("outcome");
        var standard = explanation.object("standard");
        return new MyAward(
                Arrays.stream(AwardOutcome.values())
                        .filter(outcome -> outcome.word().equals(word))
                        .findFirst()
                        .orElseThrow(),
                standard.text("key"),
                standard.textIfAny("line").map(zh -> new Words(zh, standard.text("lineInEnglish"))),
                explanation
                        .find("needed")
                        .map(Json.Obj.class::cast)
                        .map(needed -> new Words(needed.text("zh"), needed.text("en"))),
                explanation.array("findings").stream()
                        .map(Json.Obj.class::cast)
                        .map(MyAward::finding)
                        .toList());
    }

    private static Finding finding(Json.Obj finding) {
        return new Finding(
                finding.get("met").equals(Json.of(true)),
                finding.text("clause"),
                new Words(finding.text("zh"), finding.text("en")));
    }

    /** What would have reached the standard, in one sentence. */
    Optional<Words> missing() {
        return needed.map(
                words ->
                        new Words(
                                words.zh() + "，即达到标准",
                                words.en() + " would have reached the standard"));
    }

    /** Which standard, in one sentence. */
    Words standard() {
        return line.map(
                        words ->
                                new Words(
                                        "适用标准：" + key + "，单独划线合格标准" + words.zh() + "（含）",
                                        "The standard: "
                                                + key
                                                + ", separate line "
                                                + words.en()
                                                + ", the line itself counts"))
                .orElse(
                        new Words(
                                "适用标准：" + key + "本次没有单独线，同全国",
                                "The standard: no separate line for "
                                        + key
                                        + " this time, the national line stands"));
    }
}

package cutscore.kernel.blast;

import cutscore.kernel.Words;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.RateComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a change does to one key, as sentences. */
final class BlastWords {
    private final BlastKey key;

    BlastWords(BlastKey key) {
        this.key = key;
    }

    List<Words> all() {
        var out = new ArrayList<Words>();
        out.add(published());
        key.holds().map(at -> at(at, true)).ifPresent(out::add);
        key.fails().map(at -> at(at, false)).ifPresent(out::add);
        if (key.published().outcome() instanceof LineOutcome.SeparateLine
                && key.holds().isEmpty()) {
            out.add(
                    new Words(
                            "改动后没有测算对象，无从比较",
                            "nobody is left to measure: there is no rate to compare"));
        }
        out.add(now());
        out.add(moving("改动后重新测算", "determined anew", false));
        if (!key.stillTheLine()) {
            out.add(moving("改动后仍用公布的线", "with the published line kept", true));
        }
        return List.copyOf(out);
    }

    private Words published() {
        var line = line(key.published().outcome());
        return new Words("公布的：" + line.zh(), "published: " + line.en());
    }

    private Words now() {
        var line = line(key.now().outcome());
        return key.stillTheLine()
                ? new Words("重新测算仍是：" + line.zh(), "determined anew, still: " + line.en())
                : new Words("重新测算会是：" + line.zh(), "determined anew it would be: " + line.en());
    }

    static Words line(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.SeparateLine separate -> separate.line().words();
            case LineOutcome.NationalLineStands(var reason) ->
                    new Words(
                            "没有单独线，执行全国合格标准（" + reason.words().zh() + "）",
                            "the national line stands (" + reason.words().en() + ")");
        };
    }

    private static Words at(RateComparison at, boolean published) {
        boolean holds = at.holds();
        String rates =
                at.passed()
                        + "/"
                        + at.pool()
                        + (holds ? " ≤ " : " > ")
                        + at.nationalPassed()
                        + "/"
                        + at.nationalExaminees();
        String zh = holds ? "不超过全国通过率" : "超过全国通过率";
        String en = holds ? "keeps the national rate" : "exceeds the national rate";
        String zhRoom = holds ? "余量 " + at.headroom() + " 人" : "多 " + -at.headroom() + " 人";
        String enRoom = holds ? "headroom " + at.headroom() : -at.headroom() + " too many";
        return new Words(
                (published ? "公布的线" : "低一档的线")
                        + " "
                        + at.at().words().zh()
                        + "："
                        + rates
                        + "，"
                        + zh
                        + "，"
                        + zhRoom,
                (published ? "the published line" : "the line one step lower")
                        + " of "
                        + at.at().words().en()
                        + ": "
                        + rates
                        + ", "
                        + en
                        + ", "
                        + enRoom);
    }

    private Words moving(String zh, String en, boolean atPublished) {
        var zhParts = new ArrayList<String>();
        var enParts = new ArrayList<String>();
        for (BlastKind kind : BlastKind.values()) {
            long people = atPublished ? key.movingAtPublished(kind) : key.moving(kind);
            if (kind != BlastKind.UNCHANGED && people > 0) {
                zhParts.add(kind.words().zh() + " " + people + " 人");
                enParts.add(people + " " + kind.words().en());
            }
        }
        return new Words(
                zh + "：" + joined(zhParts, "，").orElse("没有人受影响"),
                en + ": " + joined(enParts, ", ").orElse("nobody moves"));
    }

    private static Optional<String> joined(List<String> parts, String between) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(between, parts));
    }
}

package cutscore.kernel.blast;

import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.seal.Json;
import java.util.Map;
import java.util.Optional;

/** A report as a document. More members may come; none is renamed. */
final class BlastJson {
    private static final String VERSION = "blast-1";

    private BlastJson() {}

    static Json.Obj of(BlastReport report, boolean people) {
        var json =
                Json.object()
                        .put("version", VERSION)
                        .put("rule", report.rule().toJson())
                        .put("changes", report.changes())
                        .put("stillHolds", report.stillHolds())
                        .put("stillTheLine", report.stillTheLine())
                        .put(
                                "keys",
                                Json.array(report.keys().stream().map(BlastJson::key).toList()));
        if (people) {
            json.put("people", Json.array(report.moves().stream().map(m -> m.toJson()).toList()));
        }
        return json.build();
    }

    private static Json key(BlastKey key) {
        return Json.object()
                .put("key", key.key())
                .put("stillHolds", key.stillHolds())
                .put("stillTheLine", key.stillTheLine())
                .put("published", outcome(key.published()))
                .put("now", outcome(key.now()))
                .put("holds", comparison(key.holds()))
                .put("fails", comparison(key.fails()))
                .put("movesAtPublishedLine", kinds(key.atPublished()))
                .put("moves", kinds(key.atNow()))
                .build();
    }

    private static Json outcome(MeasuredKey key) {
        var json =
                Json.object()
                        .put("examinees", key.examinees())
                        .put("nationalPassed", key.nationalPassed())
                        .put("pool", key.pool())
                        .put("nationalLinePassed", key.nationalLinePassed());
        switch (key.outcome()) {
            case LineOutcome.SeparateLine separate -> {
                json.put("outcome", "separate-line").put("passed", separate.passed());
                separate.line().put(json);
            }
            case LineOutcome.NationalLineStands(var reason) ->
                    json.put("outcome", "national-line-stands").put("reason", reason.name());
        }
        return json.build();
    }

    private static Json comparison(Optional<RateComparison> comparison) {
        return comparison.map(BlastJson::comparison).orElse(Json.ofNull());
    }

    private static Json comparison(RateComparison at) {
        var json = Json.object();
        at.at().put(json);
        return json.put("passed", at.passed())
                .put("pool", at.pool())
                .put("nationalPassed", at.nationalPassed())
                .put("nationalExaminees", at.nationalExaminees())
                .put("keepsTheRate", at.holds())
                .put("headroom", at.headroom())
                .build();
    }

    private static Json kinds(Map<BlastKind, Long> kinds) {
        var json = Json.object();
        for (BlastKind kind : BlastKind.values()) {
            if (kind != BlastKind.UNCHANGED) {
                json.put(kind.word(), kinds.getOrDefault(kind, 0L));
            }
        }
        return json.build();
    }
}

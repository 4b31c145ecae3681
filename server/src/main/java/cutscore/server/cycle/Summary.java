package cutscore.server.cycle;

import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import java.math.BigDecimal;

/** {@code summary.json} of a cycle, as design §5 fixes it; members are only ever added. */
final class Summary {
    private Summary() {}

    static Json.Obj of(Replayed replayed, Dossier dossier, Progress progress) {
        var opening = replayed.opening();
        var parts = replayed.parts();
        long pool = dossier.keys().stream().mapToLong(MeasuredKey::pool).sum();
        return Json.object()
                .put("session", opening.session().value())
                .put("circular", circular(opening.draft()))
                .put("areas", areas(opening))
                .put("window", window(opening))
                .put("examinees", parts.examinees())
                .put("pool", pool)
                .put("declared", parts.tally().declared())
                .put("approved", parts.tally().approved())
                .put("returned", parts.tally().returned())
                .put("rejected", parts.tally().rejected())
                .put("line", Json.array(dossier.keys().stream().map(Summary::line).toList()))
                .put("issued", parts.issued().issued())
                .put("verified", verified(parts.issued()))
                .put(
                        "ledger",
                        Json.object()
                                .put("size", parts.checkpoint().size())
                                .put("root", parts.checkpoint().root().hex())
                                .build())
                .put("seed", parts.script().seed())
                .put("invented", parts.script().roster().isEmpty())
                .put("seconds", seconds(progress))
                .build();
    }

    private static Json circular(CircularDraft draft) {
        var published = draft.published();
        return Json.object()
                .put("documentNumbers", Json.texts(draft.documentNumbers()))
                .put("authority", draft.authority())
                .put("published", published == null ? null : published.toString())
                .build();
    }

    private static Json areas(Opening opening) {
        var codes = opening.areas().stream().map(DivisionCode::value).toList();
        var doubts =
                opening.draft().spellingDoubts().stream()
                        .map(
                                doubt ->
                                        Json.object()
                                                .put("written", doubt.written())
                                                .put("meant", doubt.meant())
                                                .put("code", doubt.code().value())
                                                .build())
                        .toList();
        return Json.object()
                .put("count", codes.size())
                .put("codes", Json.texts(codes))
                .put("spellingDoubts", Json.array(doubts))
                .build();
    }

    private static Json window(Opening opening) {
        var window = opening.window();
        return Json.object()
                .put("opens", Beijing.text(window.opens().toInstant()))
                .put("closes", Beijing.text(window.closes().toInstant()))
                .build();
    }

    private static Json line(MeasuredKey key) {
        var json = Json.object().put("key", key.key());
        switch (key.outcome()) {
            case LineOutcome.SeparateLine line -> {
                json.put("outcome", "separate-line");
                line.line().put(json);
                json.put("passed", line.passed());
            }
            case LineOutcome.NationalLineStands(var reason) ->
                    json.put("outcome", "national-line-stands")
                            .put("reason", reason.name())
                            .put("passed", key.nationalLinePassed());
        }
        return json.put("pool", key.pool())
                .put("nationalPassed", key.nationalPassed())
                .put("nationalExaminees", key.examinees())
                .build();
    }

    private static Json verified(Issued issued) {
        return Json.object()
                .put("validHere", issued.validHere())
                .put("validElsewhere", issued.validElsewhere())
                .put("void", issued.isVoid())
                .build();
    }

    private static Json seconds(Progress progress) {
        var seconds = Json.object();
        long total = 0;
        for (var stage : progress.millis().entrySet()) {
            seconds.put(stage.getKey().word(), Json.of(BigDecimal.valueOf(stage.getValue(), 3)));
            total += stage.getValue();
        }
        return seconds.put("total", Json.of(BigDecimal.valueOf(total, 3))).build();
    }
}

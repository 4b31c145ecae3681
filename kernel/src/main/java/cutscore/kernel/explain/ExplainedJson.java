package cutscore.kernel.explain;

import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.seal.Json;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation as a document. More members may come; none is renamed. */
final class ExplainedJson {
    private static final String VERSION = "explanation-1";

    private ExplainedJson() {}

    static Json.Obj of(ExplainedExaminee it) {
        var out =
                Json.object()
                        .put("version", VERSION)
                        .put("session", it.rule().session().value())
                        .put("admissionNumber", it.admissionNumber())
                        .put("key", it.key())
                        .put("qualification", it.qualification().name())
                        .put("level", it.qualification().level().name())
                        .put("counted", it.trace().isCounted())
                        .put("countedBecause", it.trace().counted().name())
                        .put("sat", it.rule().sat().word())
                        .put("pool", pool(it))
                        .put("standard", standard(it))
                        .put("subjects", it.marks().subjectsJson());
        it.marks().totalJson().ifPresent(total -> out.put("total", total));
        out.put("outcome", it.outcome().word())
                .put("passesInThePool", it.passesInThePool())
                .put("mayClaim", it.mayClaim())
                .put("obstacles", Json.texts(it.obstacles().stream().map(Enum::name).toList()))
                .put("changes", Json.array(it.changes().stream().map(c -> c.toJson()).toList()))
                .put(
                        "sentences",
                        Json.array(
                                it.sentences().stream()
                                        .map(
                                                words ->
                                                        Json.object()
                                                                .put("zh", words.zh())
                                                                .put("en", words.en())
                                                                .build())
                                        .toList()));
        return out.build();
    }

    private static Json pool(ExplainedExaminee it) {
        var area =
                Json.object()
                        .put("code", it.registeredAt().value())
                        .put("name", it.place())
                        .put("examDay", it.examDay().toString())
                        .put("fact", it.area().word())
                        .put(
                                "rows",
                                Json.array(
                                        it.area().rows().stream().map(ExplainedJson::row).toList()))
                        .build();
        return Json.object()
                .put("setting", it.rule().pool().word())
                .put("member", it.trace().measured())
                .put("registered", it.trace().registered())
                .put(
                        "declared",
                        it.declared().map(yes -> Json.of((boolean) yes)).orElse(Json.ofNull()))
                .put("area", area)
                .build();
    }

    private static Json row(AreaList.Row row) {
        return Json.object()
                .put("code", row.code().value())
                .put("name", text(row.name()))
                .put("ground", text(row.ground()))
                .put("from", day(row.inForce().from()))
                .put("to", day(row.inForce().to()))
                .put("circular", text(row.circular()))
                .build();
    }

    private static Json standard(ExplainedExaminee it) {
        var json = Json.object().put("national", it.rule().national().toString());
        switch (it.standard()) {
            case LineOutcome.SeparateLine separate -> {
                json.put("outcome", "separate-line");
                separate.line().put(json);
                if (separate.line() instanceof PassingLine.TotalAndFloor(_, var floor)) {
                    json.put("floor", floor.toString());
                }
            }
            case LineOutcome.NationalLineStands(var reason) ->
                    json.put("outcome", "national-line-stands").put("reason", reason.name());
        }
        return json.build();
    }

    private static @Nullable String text(String written) {
        return written.isEmpty() ? null : written;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(LocalDate::toString).orElse(null);
    }
}

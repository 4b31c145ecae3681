package cutscore.server.area.web;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Designation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of line areas as files: CSV in the shape that {@code line determine --areas} reads. */
final class AreaFiles {
    /** So that a spreadsheet takes it for UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Divisions DIVISIONS = Divisions.builtIn();

    private AreaFiles() {}

    /** One row per county and ground. */
    static String csv(List<AreaAnswer.In> areas) {
        var out = new StringBuilder().append(BYTE_ORDER_MARK);
        out.append("division_code,name,ground,from,to,circular\r\n");
        areas.forEach(area -> area.grounds().forEach(ground -> row(out, area, ground)));
        return out.toString();
    }

    private static void row(StringBuilder out, AreaAnswer.In area, Designation ground) {
        out.append(area.code()).append(',');
        out.append(field(area.name())).append(',');
        out.append(field(ground.ground().zh())).append(',');
        out.append(day(ground.inForce().from())).append(',');
        out.append(day(ground.inForce().to())).append(',');
        out.append(field(citation(ground.document()))).append("\r\n");
    }

    private static String citation(Designation.Document document) {
        return document.numbers().isEmpty()
                ? document.title()
                : String.join("、", document.numbers());
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static Json orNull(@Nullable LocalDate day) {
        return day == null ? Json.ofNull() : Json.of(day.toString());
    }

    static String json(List<AreaAnswer.In> areas, List<AreaAnswer.NotKnown> notKnown, AsOf asOf) {
        return Json.object()
                .put("inForceOn", asOf.on().toString())
                .put("asKnownAt", Beijing.text(asOf.known()))
                .put("areas", Json.array(areas.stream().map(AreaFiles::area).toList()))
                .put("notKnown", Json.array(notKnown.stream().map(AreaFiles::open).toList()))
                .build()
                .pretty();
    }

    private static Json area(AreaAnswer.In area) {
        return Json.object()
                .put("code", area.code().value())
                .put("name", area.name())
                .put("fullName", DIVISIONS.fullName(area.code()))
                .put("since", area.since().toString())
                .put("grounds", Json.array(area.grounds().stream().map(AreaFiles::ground).toList()))
                .build();
    }

    private static Json ground(Designation ground) {
        var document = ground.document();
        return Json.object()
                .put("ground", ground.ground().zh())
                .put("groundEn", ground.ground().en())
                .put("clause", ground.clause())
                .put("from", orNull(ground.inForce().from()))
                .put("to", orNull(ground.inForce().to()))
                .put("confidence", ground.confidence())
                .put("title", document.title())
                .put("authority", document.authority())
                .put("documentNumbers", Json.texts(document.numbers()))
                .put("dated", orNull(document.dated().orElse(null)))
                .build();
    }

    private static Json open(AreaAnswer.NotKnown county) {
        return Json.object()
                .put("code", county.code().value())
                .put("name", county.name())
                .put("why", county.why().zh())
                .put("whyEn", county.why().en())
                .build();
    }
}

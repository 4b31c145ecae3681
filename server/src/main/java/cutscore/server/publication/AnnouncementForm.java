package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The announcement's text as canonical JSON: what is kept, and what the ledger has the digest of.
 */
final class AnnouncementForm {
    private AnnouncementForm() {}

    static Json.Obj write(Announcement announcement) {
        var form =
                Json.object()
                        .put("number", announcement.number())
                        .put("session", announcement.session().value());
        announcement.province().ifPresent(province -> form.put("province", json(province)));
        return form.put("title", json(announcement.title()))
                .put("text", array(announcement.text(), AnnouncementForm::json))
                .put("lines", array(announcement.lines(), AnnouncementForm::json))
                .put("sources", Json.texts(announcement.sources()))
                .put("dossier", announcement.dossierDigest())
                .build();
    }

    static Optional<Words> province(Json.Obj form) {
        return form.find("province").map(words -> words(object(words)));
    }

    static Words title(Json.Obj form) {
        return words(form.object("title"));
    }

    static List<Words> text(Json.Obj form) {
        return form.array("text").stream().map(item -> words(object(item))).toList();
    }

    static List<AnnouncedLine> lines(Json.Obj form) {
        return form.array("lines").stream().map(item -> line(object(item))).toList();
    }

    static List<String> sources(Json.Obj form) {
        return form.array("sources").stream()
                .filter(Json.Text.class::isInstance)
                .map(text -> ((Json.Text) text).value())
                .toList();
    }

    private static <T> Json.Arr array(List<T> items, Function<T, Json> json) {
        return Json.array(items.stream().map(json).toList());
    }

    private static Json json(Words words) {
        return Json.object().put("zh", words.zh()).put("en", words.en()).build();
    }

    private static Json json(AnnouncedLine line) {
        var form = Json.object().put("key", line.key()).put("value", json(line.value()));
        if (!line.subjects().isEmpty()) {
            form.put("subjects", array(line.subjects(), AnnouncementForm::json));
        }
        return form.put("reason", json(line.reason()))
                .put("separateRate", json(line.separateRate()))
                .put("nationalRate", json(line.nationalRate()))
                .build();
    }

    private static AnnouncedLine line(Json.Obj form) {
        return new AnnouncedLine(
                form.text("key"),
                words(form.object("value")),
                form.find("subjects").isEmpty()
                        ? List.of()
                        : form.array("subjects").stream().map(w -> words(object(w))).toList(),
                words(form.object("reason")),
                words(form.object("separateRate")),
                words(form.object("nationalRate")));
    }

    private static Words words(Json.Obj form) {
        return new Words(form.text("zh"), form.text("en"));
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new JsonFault("not an object");
    }
}

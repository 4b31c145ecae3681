package cutscore.server.publication.web;

import cutscore.server.exam.Exams;
import cutscore.server.line.Lines;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.Publications;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Announcements with everything needed to recompute them, and the lines of the past. */
@Controller
@OpenToAll
class PublicationController {
    private static final String NUMBER = "/announcements/{number:[0-9]{4}-[12]-[0-9]{2,4}}";

    private final Publications publications;
    private final Lines lines;
    private final Exams exams;

    PublicationController(Publications publications, Lines lines, Exams exams) {
        this.publications = publications;
        this.lines = lines;
        this.exams = exams;
    }

    @GetMapping("/lines")
    Page lines(Visit at) {
        var view = new LinesView(publications.all(), LineHistory.of(exams.history()));
        return Page.of((out, plain) -> JtelinesGenerated.render(out, plain, at, view));
    }

    @GetMapping("/announcements")
    Page all(Visit at) {
        var all = publications.all();
        return Page.of((out, plain) -> JteannouncementsGenerated.render(out, plain, at, all));
    }

    @GetMapping(NUMBER)
    Page one(Visit at, @PathVariable String number) {
        var announcement = find(number);
        var files = lines.files(announcement.proposal());
        var rule = lines.dossier(announcement.proposal()).rule();
        var view =
                new AnnouncementView(
                        announcement,
                        AnnouncementView.settings(rule),
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
                        new AnnouncementView.Sizes(
                                publications.pdf(announcement.id()).length,
                                files.dossier().length,
                                files.pack().length));
        return Page.of((out, plain) -> JteannouncementGenerated.render(out, plain, at, view));
    }

    @GetMapping(NUMBER + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        return file(number, MediaType.APPLICATION_PDF, ".pdf", a -> publications.pdf(a.id()));
    }

    @GetMapping(NUMBER + "/dossier.json")
    ResponseEntity<byte[]> dossier(@PathVariable String number) {
        return file(
                number,
                MediaType.APPLICATION_JSON,
                "-dossier.json",
                a -> lines.files(a.proposal()).dossier());
    }

    @GetMapping(NUMBER + "/pack.json")
    ResponseEntity<byte[]> pack(@PathVariable String number) {
        return file(
                number,
                MediaType.APPLICATION_JSON,
                "-pack.json",
                a -> lines.files(a.proposal()).pack());
    }

    private ResponseEntity<byte[]> file(
            String number, MediaType type, String ending, Function<Announcement, byte[]> content) {
        var announcement = find(number);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + announcement.number() + ending + "\"")
                .body(content.apply(announcement));
    }

    private Announcement find(String number) {
        return publications
                .find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

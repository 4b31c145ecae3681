package cutscore.server.export.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.export.ExportJob;
import cutscore.server.export.Exports;
import cutscore.server.export.Format;
import cutscore.server.export.Purpose;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a list as a file, and taking it. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class ExportController {
    private static final String PATH = "/province/exports";
    private static final String SECONDS_TO_THE_NEXT_LOOK = "3";

    private final Exports exports;
    private final DeclarationLists lists;
    private final Exams exams;
    private final Officers officers;

    ExportController(Exports exports, DeclarationLists lists, Exams exams, Officers officers) {
        this.exports = exports;
        this.lists = lists;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom exportRoom() {
        return new DeskRoom(
                PATH,
                new Words("导出", "Exports"),
                new Words("导出的文件、用途和期限", "files, what for, until when"),
                130,
                Set.of(Role.REVIEWER, Role.REVIEW_LEAD));
    }

    /**
     * What the list of exports shows.
     *
     * @param me who looks: only one's own files are to be taken
     */
    record Made(List<ExportJob> jobs, UUID me) {}

    /**
     * The form.
     *
     * @param rows how many the list has
     */
    record Asking(
            ListFilter filter,
            long rows,
            String kind,
            String purpose,
            String format,
            List<Fault> faults) {}

    @GetMapping(PATH)
    Page made(Desk desk, HttpServletResponse response) {
        var officer = officers.current();
        var made = new Made(exports.of(officer), officer.id());
        if (made.jobs().stream().anyMatch(ExportJob::isUnderWay)) {
            response.setHeader("Refresh", SECONDS_TO_THE_NEXT_LOOK);
        }
        return Page.of((out, plain) -> JteexportsGenerated.render(out, plain, desk, made));
    }

    @GetMapping(PATH + "/new")
    Page asking(Desk desk, @RequestParam Map<String, String> asked) {
        var filter = ListForm.read(asked, session(asked.getOrDefault("session", ""))).filter();
        return asking(desk, filter, "", "", "", List.of());
    }

    @PostMapping(PATH)
    Object ask(
            Desk desk,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String format,
            RedirectAttributes carried) {
        var typed = ListForm.parameters(list);
        var filter = ListForm.read(typed, session(typed.getOrDefault("session", ""))).filter();
        try {
            exports.ask(
                    filter,
                    chosen(Format.values(), format),
                    chosen(Purpose.values(), kind),
                    purpose,
                    officers.current());
        } catch (Unreadable refused) {
            return asking(desk, filter, kind, purpose, format, refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Said.then(
                carried,
                PATH,
                new Words(
                        "已开始导出，完成后可在这里下载，24 小时内有效", "begun; the file may be taken here for a day"));
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id) throws IOException {
        var taken = exports.take(id, officers.current());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, taken.job().format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(taken.job().fileName())
                                .build()
                                .toString())
                .body(new FileSystemResource(taken.file()));
    }

    private Page asking(
            Desk desk,
            ListFilter filter,
            String kind,
            String purpose,
            String format,
            List<Fault> faults) {
        long rows = lists.count(filter, officers.current());
        var view = new Asking(filter, rows, kind, purpose, format, faults);
        return Page.of((out, plain) -> JteaskingGenerated.render(out, plain, desk, view));
    }

    private SessionId session(String asked) {
        return exams.sessions().stream()
                .map(ExamSession::id)
                .filter(id -> asked.isEmpty() || id.value().equals(asked))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new java.util.NoSuchElementException("no such session"));
    }

    private static <E extends Enum<E>> E chosen(E[] values, String text) {
        var words = new Words("请选择用途类别和文件格式", "choose the kind of purpose and the format");
        return Arrays.stream(values)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Unreadable(Fault.of("EXPORT_CHOICE", words, words)));
    }
}

package cutscore.server.roster.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Imports;
import cutscore.server.roster.RosterUpload;
import cutscore.server.web.LargeForm;
import cutscore.server.web.Page;
import cutscore.sheet.RosterTemplate;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wizard: template, file, trial, own file back, import. Works without a script. */
@Controller
@For(Role.ANALYST)
class ImportsController {
    private static final String UPLOADS = RostersController.ROSTERS + "/uploads";
    private static final String ONE = UPLOADS + "/{id}";
    private static final String SECONDS_BETWEEN_LOOKS = "2";
    private static final long MOST_BYTES = 256L << 20;
    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final RostersController rosters;
    private final Exams exams;
    private final Officers officers;

    ImportsController(Imports imports, RostersController rosters, Exams exams, Officers officers) {
        this.imports = imports;
        this.rosters = rosters;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static LargeForm rosterFiles() {
        return new LargeForm(RostersController.ROSTERS, MOST_BYTES);
    }

    @GetMapping(RostersController.ROSTERS + "/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam(defaultValue = "") String session)
            throws IOException {
        var of =
                session(session)
                        .or(() -> exams.sessions().stream().map(ExamSession::id).findFirst())
                        .orElse(new SessionId("2023-1"));
        var out = new ByteArrayOutputStream();
        RosterTemplate.write(of, out);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached("名册模板-" + of + ".xlsx"))
                .body(out.toByteArray());
    }

    private Optional<SessionId> session(String typed) {
        return exams.sessions().stream()
                .map(ExamSession::id)
                .filter(id -> id.value().equals(typed))
                .findFirst();
    }

    @PostMapping(RostersController.ROSTERS)
    Object send(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes carried)
            throws IOException {
        Path copy = Files.createTempFile("cutscore-", ".upload");
        try {
            if (file != null) {
                file.transferTo(copy);
            }
            String name =
                    Optional.ofNullable(file).map(MultipartFile::getOriginalFilename).orElse("");
            var of = session(session).orElseThrow(ImportsController::noSession);
            var sent = imports.send(of, copy, name, officers.current());
            String path = UPLOADS + "/" + sent.upload().id();
            return sent.already()
                    ? Said.then(
                            carried,
                            path,
                            new Words(
                                    "同一个文件传过了，什么也没有变",
                                    "the same file was sent before: nothing has changed"))
                    : "redirect:" + path;
        } catch (Unreadable refused) {
            return rosters.list(desk, refused.faults(), session)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Unreadable noSession() {
        var words = new Words("请选择考次", "choose the exam session");
        return new Unreadable(Fault.of("NO_SESSION", words, words));
    }

    @GetMapping(ONE)
    Page one(Desk desk, @PathVariable UUID id, HttpServletResponse response) {
        var upload = imports.look(id);
        if (upload.stage().isWorking()) {
            response.setHeader("Refresh", SECONDS_BETWEEN_LOOKS);
        }
        return page(desk, upload, List.of());
    }

    @PostMapping(ONE + "/import")
    Object take(
            Desk desk, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean seen) {
        try {
            imports.take(id, seen, officers.current());
            return "redirect:" + UPLOADS + "/" + id;
        } catch (Unreadable refused) {
            return page(desk, imports.look(id), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(ONE + "/dropping")
    Object drop(Desk desk, @PathVariable UUID id, RedirectAttributes carried) {
        try {
            imports.drop(id, officers.current());
            return Said.then(
                    carried,
                    RostersController.ROSTERS,
                    new Words("已放弃，文件已删除", "dropped; the file is gone"));
        } catch (Unreadable refused) {
            return page(desk, imports.look(id), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The person's own file back; nobody else's. */
    @GetMapping(ONE + "/errors.xlsx")
    ResponseEntity<Resource> errors(@PathVariable UUID id) throws IOException {
        var upload = imports.look(id);
        Path made = imports.errors(id, officers.current());
        long length = Files.size(made);
        var in = Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE);
        String name = upload.fileName().replaceAll("\\.\\w+$", "") + "-需改.xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .contentLength(length)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(name))
                .body(new InputStreamResource(in));
    }

    private static String attached(String name) {
        return ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private Page page(Desk desk, RosterUpload upload, List<Fault> faults) {
        var view =
                new UploadView(
                        upload,
                        imports.findings(upload.id()),
                        faults,
                        officers.find(upload.by()).map(Officer::name).orElse("—"),
                        upload.by().equals(officers.current().id()));
        return Page.of((out, plain) -> JteuploadGenerated.render(out, plain, desk, view));
    }
}

package cutscore.server.evidence.web;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.evidence.EvidenceAnswer;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import cutscore.server.evidence.EvidenceRefusal;
import cutscore.server.evidence.Taken;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Own files: what is there, one more in one go, a look, away with it. All without scripts. */
@Controller
@For(Role.EXAMINEE)
class FilesController {
    static final String FILES = "/me/files";

    private final ExamineeAccounts examinees;
    private final EvidenceFiles files;

    FilesController(ExamineeAccounts examinees, EvidenceFiles files) {
        this.examinees = examinees;
        this.files = files;
    }

    @GetMapping(FILES)
    Page list(Desk desk, @RequestParam(defaultValue = "") String refused) {
        // What was too large to be read comes back as a name; anything else says nothing.
        var why =
                Arrays.stream(EvidenceRefusal.values())
                        .filter(refusal -> refusal.name().equals(refused))
                        .findFirst();
        return page(desk, "other", FILES, why);
    }

    private Page page(Desk desk, String item, String back, Optional<EvidenceRefusal> why) {
        var mine = files.of(EvidenceOwner.of(examinees.current().id()));
        var faults =
                why.map(refusal -> new FieldFault("file-" + item, refusal.words()))
                        .map(List::of)
                        .orElseGet(List::of);
        var page =
                Page.of(
                        (out, plain) ->
                                JtefilesGenerated.render(
                                        out, plain, desk, mine, item, back, faults));
        return why.isPresent() ? page.with(HttpStatus.UNPROCESSABLE_CONTENT) : page;
    }

    /**
     * @param back the page of ours to return to
     */
    @PostMapping(FILES)
    Object send(
            Desk desk,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "other") String item,
            @RequestParam(defaultValue = FILES) String back,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepts,
            RedirectAttributes carried)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Taken taken;
        try (var body = file.getInputStream()) {
            taken = files.whole(EvidenceOwner.of(examinees.current()), item, name, body);
        }
        if (accepts.contains(MediaType.APPLICATION_JSON_VALUE)) {
            return json(taken);
        }
        return switch (taken) {
            case Taken.Stored _ -> Said.then(carried, ours(back), new Words("已存", "stored"));
            case Taken.Refused(var why) -> page(desk, safe(item), ours(back), Optional.of(why));
        };
    }

    private static ResponseEntity<String> json(Taken taken) {
        var code =
                taken instanceof Taken.Stored
                        ? HttpStatus.CREATED
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        var json = UploadAnswer.outcome(Json.object(), taken).build();
        return ResponseEntity.status(code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.pretty());
    }

    @GetMapping(FILES + "/{id}")
    void open(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        requireMine(id);
        EvidenceAnswer.write(files.open(id), response);
    }

    @PostMapping(FILES + "/{id}/removal")
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = FILES) String back,
            RedirectAttributes carried) {
        requireMine(id);
        boolean gone = files.drop(id, examinees.current().id());
        var words =
                gone
                        ? new Words("已删除", "removed")
                        : new Words(
                                "这份材料已随申报提交，不能删除", "this file goes with a declaration and stays");
        return Said.then(carried, ours(back), words);
    }

    private void requireMine(UUID id) {
        if (!files.belongs(id, examinees.current().id())) {
            throw new NoSuchElementException("no such file");
        }
    }

    /** A page of the signed-in person; nothing else is ever gone to. */
    private static String ours(String back) {
        return back.matches("/me(/[a-z][a-z-]{0,30}){0,4}") ? back : FILES;
    }

    private static String safe(String item) {
        return item.matches("[a-z][a-z0-9-]{1,40}") ? item : "other";
    }
}

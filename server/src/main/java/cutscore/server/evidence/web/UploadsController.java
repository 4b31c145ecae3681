package cutscore.server.evidence.web;

import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceFiles.Begun;
import cutscore.server.evidence.EvidenceOwner;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A file in pieces: begin, ask how far, send on. The file's name stands in no address. */
@Controller
@For(Role.EXAMINEE)
class UploadsController {
    private static final String UPLOADS = FilesController.FILES + "/uploads";

    private final ExamineeAccounts examinees;
    private final EvidenceFiles files;

    UploadsController(ExamineeAccounts examinees, EvidenceFiles files) {
        this.examinees = examinees;
        this.files = files;
    }

    @PostMapping(UPLOADS)
    ResponseEntity<String> begin(
            @RequestParam String item,
            @RequestParam String name,
            @RequestParam long size,
            @RequestParam String key) {
        return switch (files.begin(EvidenceOwner.of(examinees.current()), item, name, size, key)) {
            case Begun.Refused(var why) -> UploadAnswer.refused(why);
            case Begun.Going(var progress) -> UploadAnswer.of(HttpStatus.CREATED, progress);
        };
    }

    /** Also answers HEAD. */
    @GetMapping(UPLOADS + "/{id}")
    ResponseEntity<String> offset(@PathVariable UUID id) {
        return UploadAnswer.of(HttpStatus.OK, files.offset(id, examinees.current().id()));
    }

    /** A piece from the offset on; a gap is answered with 409 and the true offset. */
    @PatchMapping(UPLOADS + "/{id}")
    ResponseEntity<String> piece(
            @PathVariable UUID id,
            @RequestHeader("Upload-Offset") long offset,
            HttpServletRequest request)
            throws IOException {
        var owner = examinees.current().id();
        var progress = files.piece(id, owner, offset, request.getInputStream());
        return UploadAnswer.of(progress.gap() ? HttpStatus.CONFLICT : HttpStatus.OK, progress);
    }
}

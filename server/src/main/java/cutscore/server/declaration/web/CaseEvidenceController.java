package cutscore.server.declaration.web;

import cutscore.kernel.id.SessionId;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import cutscore.server.evidence.EvidenceAnswer;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidencePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A declaration's evidence, for the reviewers of its province; every look is noted. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class CaseEvidenceController {
    private static final String FILE = "/province/declarations/{id}/evidence/{file}";

    private final Declarations declarations;
    private final EvidenceFiles files;
    private final Officers officers;
    private final LookUps lookUps;

    CaseEvidenceController(
            Declarations declarations, EvidenceFiles files, Officers officers, LookUps lookUps) {
        this.declarations = declarations;
        this.files = files;
        this.officers = officers;
        this.lookUps = lookUps;
    }

    @GetMapping(FILE)
    void open(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        EvidenceAnswer.write(seen(id, file, lookUps::note), response);
    }

    /** One page as a picture, for the bench. Who turns the pages looks at the evidence once. */
    @GetMapping(FILE + "/pages/{page}")
    void page(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable String page,
            HttpServletResponse response)
            throws IOException {
        int number = page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
        var opened = seen(id, file, number == 1 ? lookUps::note : lookUps::goOn);
        EvidencePage.write(opened, number, response);
    }

    /** How a look is noted. */
    private interface Noting {
        void note(
                SessionId session,
                String admissionNumber,
                LookUp.What what,
                List<Role> duties,
                Officer by);
    }

    private EvidenceFiles.Opened seen(UUID id, UUID file, Noting noting) {
        var officer = officers.current();
        var declaration =
                declarations
                        .find(new DeclarationId(id), officer)
                        .orElseThrow(() -> new NoSuchElementException("not of this province"));
        if (declarations.evidence(declaration.id()).stream()
                .noneMatch(one -> one.file().equals(file))) {
            throw new NoSuchElementException("not of this declaration");
        }
        var opened = files.open(file);
        noting.note(
                declaration.session(),
                declaration.admissionNumber(),
                LookUp.What.EVIDENCE,
                List.of(Role.REVIEWER, Role.REVIEW_LEAD),
                officer);
        return opened;
    }
}

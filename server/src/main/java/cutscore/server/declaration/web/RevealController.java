package cutscore.server.declaration.web;

import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import cutscore.server.roster.Rosters;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A whole identity number: shown once, for a reason that its owner reads. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class RevealController {
    private final Declarations declarations;
    private final Rosters rosters;
    private final Officers officers;
    private final LookUps lookUps;

    RevealController(
            Declarations declarations, Rosters rosters, Officers officers, LookUps lookUps) {
        this.declarations = declarations;
        this.rosters = rosters;
        this.officers = officers;
        this.lookUps = lookUps;
    }

    @PostMapping("/province/declarations/{id}/identity")
    Page reveal(Desk desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var officer = officers.current();
        var declaration =
                declarations
                        .find(new DeclarationId(id), officer)
                        .orElseThrow(() -> new NoSuchElementException("not of this province"));
        lookUps.reveal(
                declaration.session(),
                declaration.admissionNumber(),
                reason,
                List.of(Role.REVIEWER, Role.REVIEW_LEAD),
                officer);
        String number =
                rosters.identity(declaration.session(), declaration.admissionNumber())
                        .orElseThrow(() -> new NoSuchElementException("not on the roster"));
        return Page.of(
                (out, plain) -> JteidentityGenerated.render(out, plain, desk, declaration, number));
    }
}

package cutscore.server.declaration.bench;

import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.web.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case on paper: facts, what the rules found, what happened, and what proves it. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class SheetController {
    private final BenchCases cases;
    private final Officers officers;

    SheetController(BenchCases cases, Officers officers) {
        this.cases = cases;
        this.officers = officers;
    }

    @GetMapping("/province/declarations/{id}/sheet")
    Page sheet(Desk desk, @PathVariable UUID id) {
        var view = cases.open(new DeclarationId(id), officers.current());
        return Page.of((out, plain) -> JtesheetGenerated.render(out, plain, desk, view));
    }
}

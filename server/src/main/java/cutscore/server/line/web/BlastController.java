package cutscore.server.line.web;

import cutscore.kernel.Unreadable;
import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.line.Downstream;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.Recounts;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a correction would do to a proposed line. Asked by POST, for it names people; no act. */
@Controller
@For(Role.ANALYST)
class BlastController {
    private static final String PAGE = "/national/{id}/changes";

    private final Lines lines;
    private final Recounts recounts;
    private final Officers officers;
    private final List<Downstream> downstream;

    BlastController(
            Lines lines,
            Recounts recounts,
            Officers officers,
            ObjectProvider<Downstream> downstream) {
        this.lines = lines;
        this.recounts = recounts;
        this.officers = officers;
        this.downstream = downstream.orderedStream().toList();
    }

    @GetMapping(PAGE)
    Page form(Desk desk, @PathVariable UUID id) {
        return page(desk, BlastView.asking(found(id)));
    }

    @PostMapping(PAGE)
    Page blast(Desk desk, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var state = found(id);
        var form = ChangesForm.of(fields);
        try {
            var report =
                    Told.told(
                            () ->
                                    recounts.blast(
                                            new ProposalId(id), form.csv(), officers.current()));
            return page(desk, BlastView.answering(state, form, report, downstream));
        } catch (Unreadable refused) {
            return page(desk, BlastView.refused(state, form, refused.faults()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Page page(Desk desk, BlastView view) {
        return Page.of((out, plain) -> JteblastGenerated.render(out, plain, desk, view));
    }

    private LineState found(UUID id) {
        return lines.find(new ProposalId(id))
                .orElseThrow(() -> new NoSuchElementException("no such proposal"));
    }
}

package cutscore.server.roster.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.roster.ControlTotals;
import cutscore.server.roster.ImportedRoster;
import cutscore.server.roster.Imports;
import cutscore.server.roster.RosterId;
import cutscore.server.roster.Rosters;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imported rosters: the list, the second person's confirmation, taking one back. */
@Controller
@For({Role.ANALYST, Role.PUBLISHER})
class RostersController {
    static final String ROSTERS = "/national/rosters";

    private static final String ONE =
            ROSTERS + "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Rosters rosters;
    private final Imports imports;
    private final Exams exams;
    private final Officers officers;

    RostersController(Rosters rosters, Imports imports, Exams exams, Officers officers) {
        this.rosters = rosters;
        this.imports = imports;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom rostersDesk() {
        return new DeskRoom(
                ROSTERS,
                new Words("名册", "Rosters"),
                new Words("试导入、导入名册，另一人核对后确认", "try and import a roster; a second person confirms"),
                280,
                Set.of(Role.ANALYST, Role.PUBLISHER));
    }

    @GetMapping(ROSTERS)
    Page list(Desk desk) {
        return list(desk, List.of(), "");
    }

    /** The same with what a file was refused for. */
    Page list(Desk desk, List<Fault> faults, String session) {
        var rows =
                rosters.imported().stream()
                        .map(r -> new RosterView.Row(r, name(r.roster().importedBy())))
                        .toList();
        var sessions = exams.sessions().stream().map(ExamSession::id).toList();
        var open =
                desk.has(Role.ANALYST)
                        ? imports.open()
                        : List.<cutscore.server.roster.RosterUpload>of();
        return Page.of(
                (out, plain) ->
                        JterostersGenerated.render(
                                out, plain, desk, rows, open, sessions, session, faults));
    }

    @GetMapping(ONE)
    Page one(Desk desk, @PathVariable UUID id) {
        return page(desk, found(id), Map.of(), List.of());
    }

    @PostMapping(ONE + "/confirmation")
    @StepUp
    Object confirm(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes carried) {
        var roster = found(id);
        try {
            rosters.confirm(
                    roster.roster().id(),
                    fields.getOrDefault("sha256", ""),
                    new ControlTotals(number(fields, "rows"), number(fields, "halfPoints")),
                    officers.current());
            return Said.then(
                    carried,
                    ROSTERS + "/" + id,
                    new Words("已确认，已写入存证", "confirmed; it is in the ledger"));
        } catch (Unreadable refused) {
            return page(desk, roster, fields, refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(ONE + "/taking-back")
    @For(Role.ANALYST)
    Object takeBack(Desk desk, @PathVariable UUID id, RedirectAttributes carried) {
        var roster = found(id);
        try {
            rosters.takeBack(roster.roster().id(), officers.current());
            return Said.then(
                    carried,
                    ROSTERS + "/" + id,
                    new Words("已撤回，已写入存证", "taken back; it is in the ledger"));
        } catch (Unreadable refused) {
            return page(desk, roster, Map.of(), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page page(
            Desk desk, ImportedRoster imported, Map<String, String> typed, List<Fault> faults) {
        var view =
                new RosterView(
                        imported,
                        name(imported.roster().importedBy()),
                        imported.roster().confirmedBy().map(this::name),
                        imported.roster().importedBy().equals(officers.current().id()),
                        desk.has(Role.ANALYST) && imported.isWaiting(),
                        typed,
                        faults);
        return Page.of((out, plain) -> JterosterGenerated.render(out, plain, desk, view));
    }

    /** What is no number agrees with none. */
    private static long number(Map<String, String> fields, String name) {
        String typed = fields.getOrDefault(name, "").replaceAll("[\\s,\u00a0]", "");
        return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : -1;
    }

    private ImportedRoster found(UUID id) {
        return rosters.imported(new RosterId(id))
                .orElseThrow(() -> new NoSuchElementException("no such roster"));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }
}

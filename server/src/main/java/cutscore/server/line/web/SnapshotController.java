package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
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
import cutscore.server.line.AreaScope;
import cutscore.server.line.LineRefusal;
import cutscore.server.line.Lines;
import cutscore.server.line.Snapshot;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.line.Typing;
import cutscore.server.web.Page;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-N2}: what a line is determined from, sealed by one analyst, counted by another. */
@Controller
@For(Role.ANALYST)
class SnapshotController {
    private static final String LIST = "/national/snapshots";
    private static final String ONE = LIST + "/{id}";
    private static final String TYPED = "typed";

    private final Snapshots snapshots;
    private final Lines lines;
    private final Exams exams;
    private final Officers officers;
    private final ScopeWords scopes;

    SnapshotController(
            Snapshots snapshots, Lines lines, Exams exams, Officers officers, ScopeWords scopes) {
        this.snapshots = snapshots;
        this.lines = lines;
        this.exams = exams;
        this.officers = officers;
        this.scopes = scopes;
    }

    @Bean
    static DeskRoom snapshotsDesk() {
        return new DeskRoom(
                LIST,
                new Words("封存的数据", "Snapshots"),
                new Words(
                        "封存名册、地区和申报，另一人录入控制总数核对", "seal roster, areas, declarations; count again"),
                290,
                Set.of(Role.ANALYST));
    }

    @GetMapping(LIST)
    Page snapshots(Desk desk) {
        var rows =
                snapshots.all().stream()
                        .map(s -> new SnapshotView.Row(s, scopes.of(s.scope()), name(s.by())))
                        .toList();
        var sessions = exams.sessions().stream().map(ExamSession::id).toList();
        var choices = scopes.choices();
        return Page.of(
                (out, plain) ->
                        JtesnapshotsGenerated.render(out, plain, desk, rows, sessions, choices));
    }

    /** Which provinces are in, before sealing. */
    @GetMapping(LIST + "/new")
    Page sealing(Desk desk, @RequestParam String session, @RequestParam String scope) {
        var of = session(session);
        var areas = scope(scope);
        var provinces = Told.told(() -> snapshots.provinces(of, areas));
        var words = scopes.of(areas);
        return Page.of(
                (out, plain) ->
                        JtesealingGenerated.render(
                                out, plain, desk, of, areas.word(), words, provinces));
    }

    @PostMapping(LIST)
    String seal(
            @RequestParam String session,
            @RequestParam String scope,
            @RequestParam Map<String, String> fields,
            RedirectAttributes carried) {
        var of = session(session);
        var areas = scope(scope);
        var id =
                Told.told(
                        () ->
                                snapshots.seal(
                                        of,
                                        areas,
                                        fields.entrySet().stream()
                                                .filter(f -> f.getKey().matches("why-\\d{6}"))
                                                .filter(f -> !f.getValue().isBlank())
                                                .map(SnapshotController::missing)
                                                .toList(),
                                        officers.current()));
        return Said.then(
                carried,
                LIST + "/" + id,
                new Words("已封存，等第二人核对", "sealed; a second person counts"));
    }

    private static MissingProvince missing(Map.Entry<String, String> field) {
        var code = new DivisionCode(field.getKey().substring("why-".length()));
        if (!code.isProvince()) {
            throw new NoSuchElementException("no such province");
        }
        String why = field.getValue().strip();
        if (!MissingProvince.isReason(why)) {
            var words = LineRefusal.MISSING_WITHOUT_REASON.words();
            throw Told.fault("REFUSAL_2014", words, words);
        }
        return new MissingProvince(code, why);
    }

    @GetMapping(ONE)
    Page snapshot(Desk desk, Model model, @PathVariable UUID id) {
        var snapshot = found(id);
        var officer = officers.current();
        var typed =
                model.getAttribute(TYPED) instanceof SnapshotView.Typed t
                        ? t
                        : SnapshotView.Typed.NOTHING;
        var view =
                new SnapshotView(
                        snapshot,
                        scopes.of(snapshot.scope()),
                        name(snapshot.by()),
                        snapshot.agreement().map(a -> name(a.by())),
                        snapshot.shows(officer.id()),
                        mayType(snapshot, officer),
                        snapshots.changed(snapshot),
                        lines.of(snapshot.session()).stream()
                                .filter(p -> p.proposal().snapshot().equals(snapshot.id()))
                                .toList(),
                        typed);
        return Page.of((out, plain) -> JtesnapshotGenerated.render(out, plain, desk, view));
    }

    private static boolean mayType(Snapshot snapshot, Officer officer) {
        return !snapshot.isAgreed()
                && snapshot.attempts() < Snapshot.MOST_ATTEMPTS
                && !snapshot.by().equals(officer.id());
    }

    @PostMapping(ONE + "/agreement")
    @StepUp
    String agree(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes carried) {
        var typed = TotalsForm.read(fields);
        var came = Told.told(() -> snapshots.agree(new SnapshotId(id), typed, officers.current()));
        return switch (came) {
            case Typing.Agreed() ->
                    Said.then(
                            carried,
                            LIST + "/" + id,
                            new Words("核对一致，可以测算", "agreed to; a line may be determined from it"));
            case Typing.Differs(var figures, int left) -> {
                carried.addFlashAttribute(
                        TYPED, new SnapshotView.Typed(TotalsForm.kept(fields), figures, left));
                yield "redirect:" + LIST + "/" + id;
            }
        };
    }

    @GetMapping(ONE + "/areas.csv")
    ResponseEntity<byte[]> areas(@PathVariable UUID id) {
        return csv("areas.csv", snapshots.areasCsv(found(id).id()));
    }

    @GetMapping(ONE + "/declared.csv")
    ResponseEntity<byte[]> declared(@PathVariable UUID id) {
        return csv("declared.csv", snapshots.declaredCsv(found(id).id()));
    }

    private static ResponseEntity<byte[]> csv(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private Snapshot found(UUID id) {
        return snapshots
                .find(new SnapshotId(id))
                .orElseThrow(() -> new NoSuchElementException("no such snapshot"));
    }

    private SessionId session(String typed) {
        return exams.sessions().stream()
                .map(ExamSession::id)
                .filter(id -> id.value().equals(typed))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such session"));
    }

    private AreaScope scope(String typed) {
        return scopes.read(typed).orElseThrow(() -> new NoSuchElementException("no such scope"));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }
}

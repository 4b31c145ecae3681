package cutscore.server.area.desk;

import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.area.Areas;
import cutscore.server.area.CircularId;
import cutscore.server.area.CircularOnRecord;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S10}: a circular's text, what the reader made of it, and the two who give it force. */
@Controller
@For({Role.REVIEW_LEAD, Role.PUBLISHER})
class CircularController {
    private static final String LIST = "/province/circulars";
    private static final String ONE = LIST + "/{id}";

    private final Areas areas;
    private final Officers officers;

    CircularController(Areas areas, Officers officers) {
        this.areas = areas;
        this.officers = officers;
    }

    @Bean
    static DeskRoom circularsDesk() {
        return new DeskRoom(
                LIST,
                new Words("通知", "Circulars"),
                new Words("录入通知，确认草稿，另一人同意后生效", "enter a circular, confirm the draft, agree to it"),
                200,
                Set.of(Role.REVIEW_LEAD, Role.PUBLISHER));
    }

    @GetMapping(LIST)
    Page circulars(Desk desk) {
        var all = areas.circulars();
        return Page.of((out, plain) -> JtecircularsGenerated.render(out, plain, desk, all));
    }

    @PostMapping(LIST)
    String enter(@RequestParam String text, RedirectAttributes carried) {
        var id = areas.enter(text, officers.current());
        return Said.then(
                carried,
                LIST + "/" + id,
                new Words("已录入，还没有效力：请核对草稿", "entered, without force yet: check the draft"));
    }

    @GetMapping(ONE)
    Page circular(Desk desk, @PathVariable UUID id) {
        var circular = found(id);
        CircularDraft draft = areas.draft(circular.id()).orElseThrow();
        return Page.of(
                (out, plain) -> JtecircularGenerated.render(out, plain, desk, circular, draft));
    }

    @PostMapping(ONE + "/confirmation")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> accepted,
            RedirectAttributes carried) {
        var circular = found(id);
        Set<DivisionCode> codes =
                accepted.stream()
                        .filter(DivisionCode::isWellFormed)
                        .map(DivisionCode::new)
                        .collect(Collectors.toSet());
        areas.confirm(circular.id(), codes, officers.current());
        return Said.then(
                carried, LIST + "/" + id, new Words("已确认，等另一人同意", "confirmed; another agrees"));
    }

    @PostMapping(ONE + "/agreement")
    @StepUp
    String agree(@PathVariable UUID id, RedirectAttributes carried) {
        areas.agree(found(id).id(), officers.current());
        return Said.then(carried, LIST + "/" + id, new Words("通知已生效", "the circular is in force"));
    }

    private CircularOnRecord found(UUID id) {
        return areas.circular(new CircularId(id))
                .orElseThrow(() -> new NoSuchElementException("no such circular"));
    }

    static Words stage(CircularOnRecord.Stage stage) {
        return switch (stage) {
            case ENTERED -> new Words("已录入，待确认", "entered, to be confirmed");
            case CONFIRMED -> new Words("已确认，待另一人同意", "confirmed, another agrees");
            case IN_FORCE -> new Words("已生效", "in force");
        };
    }

    static String title(CircularOnRecord circular) {
        return circular.draft().get("title") instanceof cutscore.kernel.seal.Json.Text text
                ? text.value()
                : circular.sha256().substring(0, 12);
    }

    /** Where the window this circular sets is announced, with what the reader made of it. */
    static String announce(CircularOnRecord circular, CircularDraft draft) {
        var window = java.util.Objects.requireNonNull(draft.window());
        String session = draft.sessions().isEmpty() ? "" : draft.sessions().getFirst().value();
        String province =
                draft.areas().isEmpty() ? "" : draft.areas().getFirst().code().province().value();
        return "/province/windows?circular=%s&session=%s&province=%s&opens=%s&closes=%s"
                .formatted(
                        circular.id(),
                        session,
                        province,
                        typed(window.opens()),
                        typed(window.closes()));
    }

    /** As a form's field of time takes it: to the minute, without an offset; else empty. */
    private static String typed(String iso) {
        return iso.length() >= 16 ? iso.substring(0, 16) : "";
    }
}

package cutscore.server.area.web;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.area.AreaHit;
import cutscore.server.area.Areas;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-P3}: search, list by province with squares, the same as CSV and JSON. */
@Controller
@OpenToAll
class AreaController {
    private static final Divisions DIVISIONS = Divisions.builtIn();
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Areas areas;

    AreaController(Areas areas) {
        this.areas = areas;
    }

    @GetMapping("/areas")
    Page areas(
            Visit at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known) {
        var asOf = AsOf.of(on, known, at);
        var drawing = new AreaDrawing(areas, asOf);
        var found = areas.search(q).stream().map(hit -> ask(hit, asOf)).toList();
        var opened = province(province).map(drawing::open);
        var view = new AreasView(q.strip(), asOf, found, opened, drawing.provinces());
        var page = Page.of((out, plain) -> JteareasGenerated.render(out, plain, at, view));
        return asOf.faults().isEmpty() ? page : page.with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/areas.csv")
    ResponseEntity<String> csv(
            Visit at,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known) {
        var asOf = AsOf.of(on, known, at);
        var rows = new AreaDrawing(areas, asOf).inForce(provinces(province));
        return download(CSV, "areas-" + asOf.on() + ".csv", asOf).body(AreaFiles.csv(rows));
    }

    @GetMapping("/areas.json")
    ResponseEntity<String> json(
            Visit at,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known) {
        var asOf = AsOf.of(on, known, at);
        var drawing = new AreaDrawing(areas, asOf);
        var where = provinces(province);
        return download(MediaType.APPLICATION_JSON, "areas-" + asOf.on() + ".json", asOf)
                .body(AreaFiles.json(drawing.inForce(where), drawing.notKnown(where), asOf));
    }

    private static ResponseEntity.BodyBuilder download(MediaType type, String name, AsOf asOf) {
        var status = asOf.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private AreasView.Found ask(AreaHit hit, AsOf asOf) {
        var answer =
                asOf.isPlain()
                        ? hit.answer()
                        : areas.ask(hit.answer().code(), asOf.on(), asOf.known());
        return new AreasView.Found(hit.how(), hit.fullName(), answer);
    }

    private static List<Division> provinces(String code) {
        return province(code).map(List::of).orElseGet(DIVISIONS::provinces);
    }

    private static Optional<Division> province(String code) {
        return Optional.of(code)
                .filter(DivisionCode::isWellFormed)
                .map(DivisionCode::new)
                .filter(DivisionCode::isProvince)
                .flatMap(DIVISIONS::find);
    }
}

package cutscore.server.line.web.workbench;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.line.MeasuredKey;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.line.Scenario;
import cutscore.server.line.Scenarios;
import cutscore.server.line.Snapshot;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.line.web.ScopeWords;
import cutscore.server.line.web.Told;
import cutscore.server.web.Page;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-N3}, {@code ui-N4}, {@code ui-N5}: the workbench, two scenarios, sensitivity. */
@Controller
@For(Role.ANALYST)
class WorkbenchController {
    static final String PATH = "/national/workbench";
    static final String ONE = PATH + "/{id}";

    private final Benches benches;
    private final Snapshots snapshots;
    private final Scenarios scenarios;
    private final Officers officers;
    private final ScopeWords scopes;

    WorkbenchController(
            Benches benches,
            Snapshots snapshots,
            Scenarios scenarios,
            Officers officers,
            ScopeWords scopes) {
        this.benches = benches;
        this.snapshots = snapshots;
        this.scenarios = scenarios;
        this.officers = officers;
        this.scopes = scopes;
    }

    @Bean
    static DeskRoom workbenchDesk() {
        return new DeskRoom(
                PATH,
                new Words("划线工作台", "Line workbench"),
                new Words(
                        "分布、合格率曲线、场景、敏感性",
                        "distributions, pass-rate curve, scenarios, sensitivity"),
                290,
                Set.of(Role.ANALYST));
    }

    @GetMapping(PATH)
    Page start(Desk desk) {
        var all = snapshots.all().stream().map(this::row).toList();
        return Page.of((out, plain) -> JtestartGenerated.render(out, plain, desk, all));
    }

    @GetMapping(ONE)
    Page workbench(
            Desk desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var snapshot = found(id);
        if (!snapshot.isAgreed()) {
            var row = row(snapshot);
            return Page.of((out, plain) -> JtenotyetGenerated.render(out, plain, desk, row));
        }
        var bench = Told.told(() -> benches.of(snapshot, joined(fields)));
        var page = Page.of((out, plain) -> JteworkbenchGenerated.render(out, plain, desk, bench));
        return bench.faults().isEmpty() ? page : page.with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(ONE + "/sensitivity")
    Page sensitivity(
            Desk desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var snapshot = agreed(id);
        var bench = Told.told(() -> benches.of(snapshot, joined(fields)));
        var table = Told.told(() -> benches.sensitivity(snapshot, bench.choice().rule()));
        return Page.of(
                (out, plain) -> JtesensitivityGenerated.render(out, plain, desk, bench, table));
    }

    @GetMapping(ONE + "/comparison")
    Page comparison(
            Desk desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var snapshot = agreed(id);
        var asked = joined(fields);
        var bench = Told.told(() -> benches.of(snapshot, asked));
        var one = bench.find(bench.choice().one()).orElseThrow(WorkbenchController::chooseTwo);
        var other = bench.find(bench.choice().other()).orElseThrow(WorkbenchController::chooseTwo);
        var left = Told.told(() -> benches.of(snapshot, one, bench.choice().key()));
        var right = Told.told(() -> benches.of(snapshot, other, bench.choice().key()));
        var pair = Comparison.of(one, other, left, right);
        var keys = left.keys().stream().map(MeasuredKey::key).toList();
        return Page.of(
                (out, plain) -> JtecomparisonGenerated.render(out, plain, desk, left, pair, keys));
    }

    @PostMapping(ONE + "/scenarios")
    String freeze(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes carried) {
        var snapshot = agreed(id);
        var bench = Told.told(() -> benches.of(snapshot, joined(fields)));
        var line = bench.looked().map(Looked::line);
        boolean frozen = bench.frozen().stream().anyMatch(f -> f.is(name, bench.choice(), line));
        // A second click of the same form finds what the first one froze.
        if (!frozen) {
            Told.told(
                    () ->
                            scenarios.freeze(
                                    snapshot.id(),
                                    name,
                                    bench.choice().rule(),
                                    line,
                                    officers.current()));
        }
        return Said.then(
                carried, bench.href(bench.choice()), new Words("场景已冻结", "the scenario is frozen"));
    }

    /**
     * A snapshot to choose.
     *
     * @param inputs its name; its digest is shown only when it is agreed to
     */
    record Row(InputSet inputs, Snapshot snapshot) {}

    private Row row(Snapshot snapshot) {
        return new Row(Benches.inputs(snapshot, scopes), snapshot);
    }

    /** Fields of one name that a form sends several times stand together, in their order. */
    static Map<String, String> joined(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, field -> String.join(",", field.getValue())));
    }

    private Snapshot found(UUID id) {
        return snapshots
                .find(new SnapshotId(id))
                .orElseThrow(() -> new NoSuchElementException("no such snapshot"));
    }

    private Snapshot agreed(UUID id) {
        var snapshot = found(id);
        if (!snapshot.isAgreed()) {
            throw new NoSuchElementException("no figures before the data are agreed to");
        }
        return snapshot;
    }

    private static Unreadable chooseTwo() {
        var words = new Words("请选两个冻结的场景再比较", "choose two frozen scenarios to compare");
        return Told.fault("SCENARIOS", words, words);
    }

    static Frozen frozen(Scenario scenario) {
        return new Frozen(
                scenario.id().toString(),
                scenario.name(),
                scenario.rule(),
                scenario.considered(),
                scenario.digest(),
                scenario.at());
    }
}

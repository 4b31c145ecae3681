package cutscore.server.line.web.workbench;

import cutscore.kernel.rule.LineRule;
import cutscore.server.line.Scenarios;
import cutscore.server.line.Snapshot;
import cutscore.server.line.web.ScopeWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches what a state of the workbench needs and puts it together. */
@Component
record Benches(HeadcountShelf shelf, Scenarios scenarios, ScopeWords scopes) {

    /** The state that an address asks for. */
    Bench of(Snapshot snapshot, Map<String, String> fields) {
        return workbench(snapshot).bench(ChoiceReader.read(snapshot.session(), fields));
    }

    /** A frozen scenario opened, at another of its keys when one is asked for that it has. */
    Bench of(Snapshot snapshot, Frozen scenario, Optional<String> key) {
        var workbench = workbench(snapshot);
        var opened = workbench.bench(new ChoiceReader.Read(scenario.choice(), List.of()));
        var asked = key.filter(k -> opened.keys().stream().anyMatch(m -> m.key().equals(k)));
        if (asked.isEmpty() || asked.get().equals(opened.key())) {
            return opened;
        }
        var choice = scenario.choice().of(asked.get());
        return workbench.bench(new ChoiceReader.Read(choice, List.of()));
    }

    Sensitivity sensitivity(Snapshot snapshot, LineRule rule) {
        return Sensitivity.of(shelf.of(snapshot), rule);
    }

    private Workbench workbench(Snapshot snapshot) {
        var frozen = scenarios.of(snapshot.id()).stream().map(WorkbenchController::frozen).toList();
        return new Workbench(inputs(snapshot, scopes), shelf.of(snapshot), frozen);
    }

    static InputSet inputs(Snapshot snapshot, ScopeWords scopes) {
        return new InputSet(
                snapshot.id().value(),
                snapshot.session(),
                scopes.of(snapshot.scope()),
                snapshot.inputs().digest());
    }
}

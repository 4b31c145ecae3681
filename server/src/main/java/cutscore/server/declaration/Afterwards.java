package cutscore.server.declaration;

import cutscore.server.access.Officer;
import cutscore.server.declaration.eligibility.Hint;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What else a recorded decision leaves behind, in its transaction. */
@Component
final class Afterwards {
    private final TraceTable traces;
    private final BenchTable bench;
    private final SecondLooks looks;
    private final ReasonTable reasons;

    Afterwards(TraceTable traces, BenchTable bench, SecondLooks looks, ReasonTable reasons) {
        this.traces = traces;
        this.bench = bench;
        this.looks = looks;
        this.reasons = reasons;
    }

    void trace(DeclarationRow row, int step, List<Hint> hints, String commitment) {
        traces.keep(row.id(), step, hints, commitment);
    }

    void follow(DeclarationRow row, int step, Decision decision, Officer by, Instant now) {
        switch (decision.review()) {
            case Review.Approved _ -> looks.accepted(row, step, by.id(), now);
            case Review.Returned returned -> traces.ask(row.id(), step, returned.items());
            case Review.Rejected _ -> {}
        }
        bench.settle(row.id(), by.id(), now);
        decision.reason().ifPresent(id -> reasons.used(row.province(), id));
    }
}

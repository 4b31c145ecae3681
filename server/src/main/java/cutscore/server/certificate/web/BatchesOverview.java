package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.certificate.Batches;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings together what the page of batches shows, within what the officer may see. */
@Component
record BatchesOverview(Lines lines, Declarations declarations, Batches batches) {

    BatchesView of(Officer officer) {
        var all = batches.all(officer);
        var published = lines.all().stream().filter(LineState.Published.class::isInstance).toList();
        var sessions =
                published.stream()
                        .map(line -> line.proposal().rule().session())
                        .distinct()
                        .sorted(Comparator.comparing(SessionId::value).reversed())
                        .map(
                                session -> {
                                    var counts = counts(session, officer);
                                    return new BatchesView.OfSession(
                                            session,
                                            places(published, session),
                                            batches.standing(session, officer),
                                            all.stream()
                                                    .filter(b -> b.session().equals(session))
                                                    .toList(),
                                            sum(counts, Stage.APPROVED, Stage.REJECTED),
                                            sum(counts, Stage.SUBMITTED, Stage.RETURNED));
                                })
                        .toList();
        return new BatchesView(sessions);
    }

    private Map<Stage, Long> counts(SessionId session, Officer officer) {
        boolean everywhere = officer.roles().contains(Role.ANALYST);
        Optional<DivisionCode> own = everywhere ? Optional.empty() : officer.province();
        return own.map(province -> declarations.counts(session, province))
                .orElseGet(() -> declarations.counts(session));
    }

    private List<Words> places(List<LineState> published, SessionId session) {
        return published.stream()
                .map(LineState::proposal)
                .filter(line -> line.rule().session().equals(session))
                .map(line -> lines.province(line.id()))
                .map(BatchesOverview::place)
                .toList();
    }

    private static Words place(Optional<DivisionCode> province) {
        return province.map(BatchesView::name)
                .map(name -> new Words(name, name))
                .orElseGet(() -> new Words("全国", "the whole country"));
    }

    private static long sum(Map<Stage, Long> counts, Stage one, Stage other) {
        return counts.getOrDefault(one, 0L) + counts.getOrDefault(other, 0L);
    }
}

package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Desk;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.Bench;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Pile;
import cutscore.server.declaration.QueuedCase;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.web.Page;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the bench's page together. */
@Component
final class BenchPages {
    /** How much of a pile is read: a little before the open case, a little after it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 8;

    /** No rule fixes a term for corrections: the form proposes a week, the officer sets the day. */
    private static final int MENDING_DAYS = 7;

    private final Bench bench;
    private final BenchCases cases;
    private final Exams exams;

    BenchPages(Bench bench, BenchCases cases, Exams exams) {
        this.bench = bench;
        this.cases = cases;
        this.exams = exams;
    }

    static DivisionCode province(Officer officer) {
        return officer.province()
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        new Words("你的账号没有省份", "your account has no province")));
    }

    /** The session asked for; else the newest in which somebody waits, else the newest. */
    Optional<SessionId> session(String asked, Officer by) {
        var all =
                exams.sessions().stream()
                        .map(ExamSession::id)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return all.stream()
                .filter(id -> id.value().equals(asked))
                .findFirst()
                .or(() -> all.stream().filter(id -> somebodyWaits(id, by)).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private boolean somebodyWaits(SessionId session, Officer by) {
        return !few(new Standpoint(session, Pile.WAITING, false), Optional.empty(), false, 1, by)
                .isEmpty();
    }

    private List<QueuedCase> few(
            Standpoint at, Optional<DeclarationId> from, boolean back, int limit, Officer by) {
        return bench.next(at.session(), province(by), at.pile(), from, back, limit, by);
    }

    /** The first case behind that one; at the end of the pile its first. */
    Optional<DeclarationId> first(Standpoint at, Optional<DeclarationId> from, Officer by) {
        return few(at, from, false, 1, by).stream()
                .findFirst()
                .or(() -> few(at, Optional.empty(), false, 1, by).stream().findFirst())
                .map(QueuedCase::id);
    }

    BenchView view(
            Desk desk,
            Standpoint at,
            Optional<DeclarationId> open,
            Officer by,
            BenchView.Typed typed,
            List<Fault> faults) {
        var before = open.map(id -> few(at, open, true, BEFORE, by)).orElse(List.of()).reversed();
        var after = open.map(id -> few(at, open, false, AFTER, by)).orElse(List.of());
        return new BenchView(
                exams.sessions().stream().map(ExamSession::id).toList(),
                at,
                counts(at, by),
                before,
                after,
                open.map(id -> cases.open(id, by)),
                bench.held(by),
                bench.decidedToday(by),
                Beijing.day(desk.at().now()).plusDays(MENDING_DAYS),
                typed,
                faults);
    }

    private Map<Pile, Integer> counts(Standpoint at, Officer by) {
        var counts = new EnumMap<Pile, Integer>(Pile.class);
        for (var pile : Pile.values()) {
            if (pile != Pile.TO_REOPEN || by.roles().contains(Role.REVIEW_LEAD)) {
                counts.put(pile, bench.count(at.session(), province(by), pile, by));
            }
        }
        return counts;
    }

    Page page(
            Desk desk,
            Standpoint at,
            Optional<DeclarationId> open,
            Officer by,
            BenchView.Typed typed,
            List<Fault> faults) {
        var view = view(desk, at, open, by, typed, faults);
        return Page.of((out, plain) -> JtebenchGenerated.render(out, plain, desk, view));
    }

    /** Only what is held: the script puts it in its place. */
    Page held(Desk desk, Standpoint at, Officer by) {
        var held = bench.held(by);
        return Page.of((out, plain) -> JteheldGenerated.render(out, plain, desk, at, held));
    }
}

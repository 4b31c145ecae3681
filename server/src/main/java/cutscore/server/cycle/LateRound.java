package cutscore.server.cycle;

import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularReader;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.DemoAccounts;
import cutscore.server.area.Areas;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.Declarations;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The national late round of 2024 for a session that was played: a window that is open, and two
 * invented examinees who did not declare in time. The demonstration ends inside it, so that whoever
 * looks around can declare.
 */
@Component
record LateRound(
        Areas areas,
        Exams exams,
        Rosters rosters,
        Declarations declarations,
        DemoAccounts demo,
        InventedPapers papers) {
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration INTO_IT = Duration.ofDays(16);
    private static final Duration WAITED = Duration.ofHours(9);
    private static final Duration BETWEEN = Duration.ofMinutes(6);

    /** How many declarations of the round wait for review when the demonstration begins. */
    private static final int WAITING = 60;

    /** How many of them sent a paper with it: each takes the examiner a moment. */
    private static final int WITH_PAPERS = 4;

    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration TRAIL = Duration.ofDays(3);

    /**
     * Enters the notice, announces its window for the played province, and stops the clock inside
     * it. Nothing when the play ended later than that.
     *
     * @param notice its text
     */
    List<DemoAccounts.Account> open(
            Opening opening, Cast cast, String notice, ScriptedClock clock, DemoAccounts.Key key) {
        var window =
                CircularReader.read(notice, Divisions.builtIn()).declarationWindow().orElseThrow();
        Instant opens = window.opens().toInstant();
        if (clock.instant().isAfter(opens.minus(BEFORE))) {
            return List.of();
        }
        clock.moveTo(opens.minus(BEFORE));
        var circular = areas.enter(notice, cast.publisher());
        areas.confirm(circular, Set.of(), cast.publisher());
        areas.agree(circular, cast.secondPublisher());
        exams.announceWindow(
                opening.session(),
                opening.province(),
                Round.LATE,
                window,
                GRACE,
                TRAIL,
                circular.value(),
                cast.publisher(),
                cast.secondPublisher());
        clock.moveTo(opens.plus(INTO_IT).minus(WAITED));
        var accounts = people(opening, key);
        declare(opening, accounts, clock);
        clock.moveTo(opens.plus(INTO_IT));
        return accounts;
    }

    /** Some declare in the round and wait for the province's reviewers. */
    private void declare(Opening opening, List<DemoAccounts.Account> left, ScriptedClock clock) {
        var areaCodes = List.copyOf(opening.areas());
        var declarers = new ArrayList<RosterEntry>();
        rosters.entries(
                opening.session(),
                entry -> {
                    if (declarers.size() < WAITING + left.size() && mayDeclare(entry)) {
                        declarers.add(entry);
                    }
                });
        // The first of each kind keep what the people above may still do.
        var in = declarers.stream().filter(e -> areaCodes.contains(e.division())).findFirst();
        var out = declarers.stream().filter(e -> !areaCodes.contains(e.division())).findFirst();
        in.ifPresent(declarers::remove);
        out.ifPresent(declarers::remove);
        for (int i = 0; i < declarers.size(); i++) {
            clock.moveTo(clock.instant().plus(BETWEEN));
            var works = areaCodes.get(i * 7 % areaCodes.size());
            declarations.submit(form(declarers.get(i), areaCodes, works, i));
        }
    }

    private static UUID owner(RosterEntry who) {
        return UUID.nameUUIDFromBytes(who.admissionNumber().getBytes(StandardCharsets.UTF_8));
    }

    private DeclarationForm form(
            RosterEntry who, List<DivisionCode> areas, DivisionCode works, int order) {
        boolean registered = areas.contains(who.division());
        return new DeclarationForm(
                who.session(),
                who.admissionNumber(),
                registered ? DeclaredGround.REGISTERED : DeclaredGround.WORKS,
                registered ? Optional.empty() : Optional.of(works),
                true,
                "late-play-" + order,
                Optional.empty(),
                Optional.empty(),
                registered || order % 9 == 8 ? "" : "虚构县第" + (order % 5 + 1) + "中学",
                registered || order >= WITH_PAPERS
                        ? List.of()
                        : papers.workCertificate(owner(who), order));
    }

    private List<DemoAccounts.Account> people(Opening opening, DemoAccounts.Key key) {
        var out = new ArrayList<DemoAccounts.Account>();
        var areaCodes = Set.copyOf(opening.areas());
        first(opening.session(), entry -> areaCodes.contains(entry.division()))
                .map(
                        who ->
                                account(
                                        who,
                                        "may-declare",
                                        new Words(
                                                "报名地在单独划线地区，还没有申报：补申领正在进行",
                                                "registered in a line area, has not declared: a"
                                                        + " late round is open"),
                                        key))
                .ifPresent(out::add);
        first(opening.session(), entry -> !areaCodes.contains(entry.division()))
                .map(
                        who ->
                                account(
                                        who,
                                        "may-declare-works",
                                        new Words(
                                                "报名地不在单独划线地区，可以按到区内工作申报",
                                                "registered elsewhere; may declare to work in a"
                                                        + " line area"),
                                        key))
                .ifPresent(out::add);
        return List.copyOf(out);
    }

    private DemoAccounts.Account account(
            RosterEntry who, String name, Words sees, DemoAccounts.Key key) {
        return demo.openExaminee(name, who.session(), who.admissionNumber(), sees, key);
    }

    /** The first by admission number who sat, missed the national line and did not declare. */
    private Optional<RosterEntry> first(SessionId session, Predicate<RosterEntry> is) {
        var found = new ArrayList<RosterEntry>();
        rosters.entries(
                session,
                entry -> {
                    if (found.isEmpty() && is.test(entry) && mayDeclare(entry)) {
                        found.add(entry);
                    }
                });
        return found.stream().findFirst();
    }

    private boolean mayDeclare(RosterEntry entry) {
        return !entry.voided()
                && entry.scores().stream().allMatch(score -> score.sat())
                && !entry.reaches(entry.qualification().national())
                && declarations.of(entry.session(), entry.admissionNumber()).isEmpty();
    }
}

package cutscore.server.exam;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opening a session, by two publishers; inside the door's transaction. */
@Component
final class SessionActs {
    private final ExamTable table;
    private final ProposedSessionTable proposals;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    SessionActs(
            ExamTable table,
            ProposedSessionTable proposals,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.proposals = proposals;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** By one officer's act: for a session that is played. */
    void open(ExamSession wanted, Officer by) {
        by.must(Role.PUBLISHER);
        mustBeQualifications(wanted.offered());
        if (isOpenAsWanted(wanted)) {
            return;
        }
        var at = clock.instant();
        table.insert(wanted, at, by.id(), ledger.append(act(wanted, at, List.of(by.id()))).index());
    }

    ProposedSession propose(ExamSession draft, Officer by) {
        by.must(Role.PUBLISHER);
        mustBeSound(draft);
        proposals.lock();
        if (isOpenAsWanted(draft)) {
            throw open(draft);
        }
        // A double click, or the same form sent by another tab: what waits already is the answer.
        var same =
                proposals.waiting().stream()
                        .filter(p -> p.draft().equals(draft) && p.by().equals(by.id()))
                        .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var proposed = new ProposedSession(entropy.id(), draft, by.id(), clock.instant());
        proposals.insert(proposed);
        return proposed;
    }

    ExamSession confirm(UUID proposal, Officer second) {
        second.must(Role.PUBLISHER);
        proposals.lock();
        var done = table.openedFrom(proposal, second.id());
        if (done.isPresent()) {
            return done.get();
        }
        var proposed = waiting(proposal);
        TwoPeople.require(proposed.by(), second.id());
        var draft = proposed.draft();
        mustBeSound(draft);
        if (isOpenAsWanted(draft)) {
            throw open(draft);
        }
        var at = clock.instant();
        var by = List.of(proposed.by(), second.id());
        table.insert(proposed, at, second.id(), ledger.append(act(draft, at, by)).index());
        return draft;
    }

    void drop(UUID proposal, Officer by) {
        by.must(Role.PUBLISHER);
        proposals.lock();
        if (!proposals.isDropped(proposal)) {
            proposals.drop(waiting(proposal).id(), by.id(), clock.instant());
        }
    }

    private ProposedSession waiting(UUID proposal) {
        return proposals.waiting().stream()
                .filter(p -> p.id().equals(proposal))
                .findFirst()
                .orElseThrow(SessionActs::gone);
    }

    /**
     * @throws Unreadable when it is open with other content
     */
    private boolean isOpenAsWanted(ExamSession wanted) {
        var there = table.session(wanted.id());
        there.ifPresent(
                session ->
                        require(
                                session.equals(wanted),
                                "SESSION_OPEN",
                                wanted.id().chinese() + "已经开考，内容不能改",
                                wanted.id() + " is open already and is not changed"));
        return there.isPresent();
    }

    private static Act act(ExamSession opened, Instant at, List<UUID> by) {
        var body =
                Json.object()
                        .put("session", opened.id().value())
                        .put("firstDay", opened.firstDay().toString())
                        .put("offered", Json.texts(opened.offered()))
                        .build();
        return new Act("session.opened", at, by, body);
    }

    private static void mustBeSound(ExamSession draft) {
        mustBeQualifications(draft.offered());
        require(
                draft.firstDay().getYear() == draft.id().year(),
                "FIRST_DAY",
                "考试第一天 " + draft.firstDay() + " 不在" + draft.id().year() + "年内",
                "the first day " + draft.firstDay() + " is not in " + draft.id().year());
    }

    private static void mustBeQualifications(List<String> offered) {
        require(
                !offered.isEmpty() && new HashSet<>(offered).size() == offered.size(),
                "OFFERED",
                "至少要有一个资格，且不能重复",
                "at least one qualification, none twice");
        for (String name : offered) {
            require(
                    Qualifications.builtIn().find(name).isPresent(),
                    "UNKNOWN_QUALIFICATION",
                    "没有这个资格：" + name,
                    "no such qualification: " + name);
        }
    }

    private static Unreadable open(ExamSession wanted) {
        return new Unreadable(
                Fault.of(
                        Exams.OPEN_AS_WANTED,
                        new Words(
                                wanted.id().chinese() + "已经这样开考了",
                                wanted.id() + " is open already, with exactly this content"),
                        new Words("不用再做什么", "nothing is left to do")));
    }

    private static Unreadable gone() {
        return new Unreadable(
                Fault.of(
                        "PROPOSAL_GONE",
                        new Words(
                                "这份提议已经办结、撤下，或被更新的提议代替",
                                "this proposal was settled, dropped or replaced by a newer one"),
                        new Words("请看下面最新的提议", "look at the newest below")));
    }

    private static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            throw new Unreadable(
                    Fault.of(
                            code,
                            new Words(zh, en),
                            new Words("请改正后再提交", "mend it and send it again")));
        }
    }
}

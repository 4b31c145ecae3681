package cutscore.server.exam;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Window;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The exam calendar: sessions, declaration windows, past lines. */
@Component
public class Exams {
    private final ExamTable table;
    private final WindowTable windows;
    private final WindowActs acts;
    private final Ledger ledger;
    private final InstantSource clock;

    /** Sessions never change once they were opened. */
    private final Map<SessionId, ExamSession> opened = new ConcurrentHashMap<>();

    Exams(
            ExamTable table,
            WindowTable windows,
            WindowActs acts,
            Ledger ledger,
            InstantSource clock) {
        this.table = table;
        this.windows = windows;
        this.acts = acts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Opens a session. Which qualifications it offers is the office's to say; {@link #held} tells
     * what is on record.
     *
     * @param firstDay the day by which areas and division codes are read
     * @param offered names among the built-in 27
     * @param by a publisher of the centre
     * @throws Unreadable when a name is unknown or stands twice, none is given, or the session is
     *     open already with other content; opening it again with the same content changes nothing
     */
    @Transactional
    public void open(SessionId session, LocalDate firstDay, List<String> offered, Officer by) {
        by.must(Role.PUBLISHER);
        mustBeQualifications(offered);
        var wanted = new ExamSession(session, firstDay, offered);
        var there = table.session(session);
        if (there.isPresent()) {
            require(
                    there.get().equals(wanted),
                    "SESSION_OPEN",
                    session.chinese() + "已经开考，内容不能改",
                    session + " is open already and is not changed");
            return;
        }
        var at = clock.instant();
        var body =
                Json.object()
                        .put("session", session.value())
                        .put("firstDay", firstDay.toString())
                        .put("offered", Json.texts(offered))
                        .build();
        long index = ledger.append(new Act("session.opened", at, List.of(by.id()), body)).index();
        table.insert(wanted, at, by.id(), index);
    }

    /** The session as it was opened. */
    public Optional<ExamSession> find(SessionId session) {
        var known = opened.get(session);
        if (known != null) {
            return Optional.of(known);
        }
        var read = table.session(session);
        read.ifPresent(found -> opened.put(session, found));
        return read;
    }

    /** All sessions that were opened, the newest first. */
    public List<ExamSession> sessions() {
        return table.sessions();
    }

    /**
     * Announces a declaration window.
     *
     * @param grace announced time after the close in which what was begun before it may arrive
     * @param uploadTrail announced time after a submission in which its evidence may follow
     * @param circular the circular that says so
     * @param by a lead of that province, or a publisher of the centre
     * @param second another one
     * @throws cutscore.server.access.SamePerson when both are one
     * @throws Unreadable when the session is not open, the province is none, or the window overlaps
     *     another of the same session and province
     */
    @Transactional
    public WindowOnRecord announceWindow(
            SessionId session,
            DivisionCode province,
            Round round,
            Window window,
            Duration grace,
            Duration uploadTrail,
            UUID circular,
            Officer by,
            Officer second) {
        WindowActs.mayAnnounce(by, province);
        WindowActs.mayAnnounce(second, province);
        var draft = new WindowDraft(session, province, round, window, grace, uploadTrail, circular);
        return acts.announce(draft, by.id(), second.id(), Optional.empty());
    }

    /**
     * Proposes a window; nothing is announced until another officer confirms it.
     *
     * @param by a lead of that province, or a publisher of the centre
     * @throws Unreadable when the session is not open or the province is none
     */
    @Transactional
    public ProposedWindow proposeWindow(WindowDraft draft, Officer by) {
        return acts.propose(draft, by);
    }

    /**
     * Announces a proposed window.
     *
     * @param second another lead of that province or publisher
     * @throws cutscore.server.access.SamePerson when he proposed it
     * @throws Unreadable when it was settled or replaced, or overlaps another window
     */
    @Transactional
    public WindowOnRecord confirmWindow(UUID proposal, Officer second) {
        return acts.confirm(proposal, second);
    }

    /**
     * Proposes a later close.
     *
     * @param circular the circular that extends the window, where there is one
     * @param reason why, for the public
     * @throws Unreadable when the close is not later than the present one and than now
     * @throws java.util.NoSuchElementException when there is no such window
     */
    @Transactional
    public ProposedExtension proposeExtension(
            UUID window,
            OffsetDateTime closes,
            Optional<UUID> circular,
            String reason,
            Officer by) {
        return acts.proposeExtension(window, closes, circular, reason, by);
    }

    /**
     * Extends a window. What was announced stays on record; {@link WindowOnRecord#window()} shows
     * the effective close from now on.
     *
     * @throws cutscore.server.access.SamePerson when he proposed it
     * @throws Unreadable when it was settled or replaced, or would overlap another window
     */
    @Transactional
    public WindowOnRecord confirmExtension(UUID proposal, Officer second) {
        return acts.confirmExtension(proposal, second);
    }

    /** Windows that wait for a second officer. */
    public List<ProposedWindow> proposedWindows() {
        return windows.proposed();
    }

    /** Extensions that wait for a second officer. */
    public List<ProposedExtension> proposedExtensions() {
        return windows.proposedExtensions();
    }

    /** What extended a window, first to last. */
    public List<WindowExtension> extensions(UUID window) {
        return windows.extensions(window);
    }

    /** The window of that id, with its effective close. */
    public Optional<WindowOnRecord> findWindow(UUID id) {
        return windows.window(id);
    }

    /** When the window was announced, or last extended. */
    public Instant changed(WindowOnRecord window) {
        return windows.changed(window.id());
    }

    /** Every window of every session, the latest opening first. */
    public List<WindowOnRecord> windows() {
        return windows.windows();
    }

    /** The window of that round; the latest of them when a province ran several. */
    public Optional<WindowOnRecord> window(SessionId session, DivisionCode province, Round round) {
        return windows(session, province).stream()
                .filter(w -> w.round() == round)
                .reduce((_, later) -> later);
    }

    /** All windows of a session in a province, in the order of their opening. */
    public List<WindowOnRecord> windows(SessionId session, DivisionCode province) {
        return windows.windows(session, province);
    }

    /** All windows of a session, by province and opening. */
    public List<WindowOnRecord> windows(SessionId session) {
        return windows.windows(session);
    }

    /** What is on record of past lines, for information only; newest last within an exam. */
    public List<PastLine> history() {
        return PastLines.ALL;
    }

    /** What is on record of past windows, for information only; oldest first. */
    public List<PastWindow> pastWindows() {
        return PastWindows.ALL;
    }

    /** On which grounds a province admits declarations. */
    public ProvinceRule grounds(SessionId session, DivisionCode province, Round round) {
        return ProvinceRules.grounds(session, province, round);
    }

    /**
     * What a declarant is asked to send on that ground; nothing is carried over between sessions.
     */
    public EvidenceAsked evidence(
            SessionId session, DivisionCode province, DeclaredGround ground, Round round) {
        return ProvinceRules.evidence(session, province, ground, round);
    }

    /**
     * Whether the qualification was held in that session: empty when nothing on record says so.
     * Known of 2023-1 only, and there for senior and middle levels.
     */
    public Optional<Boolean> held(SessionId session, String qualification) {
        return HeldQualifications.held(session, qualification);
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

package cutscore.server.exam;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Window;
import cutscore.server.access.Officer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
    /** The code of the fault when a session that is open already is wanted just as it is. */
    public static final String OPEN_AS_WANTED = "SESSION_OPEN_AS_WANTED";

    private final ExamTable table;
    private final WindowTable windows;
    private final WindowActs acts;
    private final ProposedSessionTable proposedSessions;
    private final SessionActs sessionActs;

    /** Sessions never change once they were opened. */
    private final Map<SessionId, ExamSession> opened = new ConcurrentHashMap<>();

    Exams(
            ExamTable table,
            WindowTable windows,
            WindowActs acts,
            ProposedSessionTable proposedSessions,
            SessionActs sessionActs) {
        this.table = table;
        this.windows = windows;
        this.acts = acts;
        this.proposedSessions = proposedSessions;
        this.sessionActs = sessionActs;
    }

    /**
     * Opens a session by one officer's act: for sessions that are played. No page leads here;
     * people {@linkplain #proposeSession propose} and {@linkplain #confirmSession confirm}. Which
     * qualifications it offers is the office's to say; {@link #held} tells what is on record.
     *
     * @param firstDay the day by which areas and division codes are read
     * @param offered names among the built-in 27
     * @param by a publisher of the centre
     * @throws Unreadable when a name is unknown or stands twice, none is given, or the session is
     *     open already with other content; opening it again with the same content changes nothing
     */
    @Transactional
    public void open(SessionId session, LocalDate firstDay, List<String> offered, Officer by) {
        sessionActs.open(new ExamSession(session, firstDay, offered), by);
    }

    /**
     * Proposes to open a session; nothing is open until another officer confirms it. The same
     * proposal again is the one that waits; another one for that session takes its place.
     *
     * @param by a publisher of the centre
     * @throws Unreadable when a name is unknown or stands twice, none is given, the first day is of
     *     another year, or the session is open already ({@link #OPEN_AS_WANTED} when with exactly
     *     this content)
     */
    @Transactional
    public ProposedSession proposeSession(ExamSession draft, Officer by) {
        return sessionActs.propose(draft, by);
    }

    /**
     * Opens a proposed session. Confirming again what one has confirmed changes nothing.
     *
     * @param second another publisher of the centre
     * @throws cutscore.server.access.SamePerson when he proposed it
     * @throws Unreadable when it was settled, dropped or replaced
     */
    @Transactional
    public ExamSession confirmSession(UUID proposal, Officer second) {
        return sessionActs.confirm(proposal, second);
    }

    /**
     * Drops a proposal before it was confirmed; dropping it again changes nothing.
     *
     * @param by a publisher of the centre
     * @throws Unreadable when it was settled or replaced
     */
    @Transactional
    public void dropSession(UUID proposal, Officer by) {
        sessionActs.drop(proposal, by);
    }

    /** Sessions that wait for a second officer. */
    public List<ProposedSession> proposedSessions() {
        return proposedSessions.waiting();
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
}

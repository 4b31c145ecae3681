package cutscore.server.voice;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.Correction.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to correct a fact of the roster (更正申请). Neither a request nor its acceptance changes the
 * roster: the office does, by the way that rosters are corrected.
 */
@Component
public class Corrections {
    /** The fault of a form that has sent something else before; it needs a new key. */
    public static final String KEY_USED = "KEY_USED";

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_TASK = 300;
    private static final int SHOWN = 200;
    private static final String KEY = "[A-Za-z0-9._-]{8,64}";

    private final CorrectionTable table;
    private final Rosters rosters;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Corrections(
            CorrectionTable table,
            Rosters rosters,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.rosters = rosters;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks for a correction. The same request under the same key is answered the same again.
     *
     * @param wanted what is right, 1 to 200 signs
     * @param why at most 500 signs; may be empty
     * @param key the form's idempotency key
     * @throws NoSuchElementException when the roster does not know the sitting
     * @throws Unreadable when a text cannot be taken, says what stands there already, the fact is
     *     disputed already, or the key was used for another request ({@link #KEY_USED})
     */
    @Transactional
    public Correction ask(
            SessionId session,
            String admissionNumber,
            Fact fact,
            String wanted,
            String why,
            String key) {
        var before = table.byKey(key);
        if (before.isPresent()) {
            var known = before.get();
            require(
                    known.session().equals(session)
                            && known.admissionNumber().equals(admissionNumber)
                            && known.fact() == fact
                            && known.wanted().equals(wanted.strip())
                            && known.why().equals(why.strip()),
                    KEY_USED,
                    "这一页已经提交过另一份申请；填的内容都在，请核对后再提交一次",
                    "this page has sent another request already; what you wrote is kept: check it"
                            + " and send it once more");
            return known;
        }
        var entry =
                rosters.find(session, admissionNumber)
                        .orElseThrow(() -> new NoSuchElementException("not on the roster"));
        String stands = fact.of(entry);
        mustBeAskable(wanted.strip(), why.strip(), key, stands);
        var now = now();
        String commitment = commitment(entry, fact, stands, wanted.strip(), why.strip());
        var province = entry.division().province();
        var body =
                Json.object()
                        .put("commitment", commitment)
                        .put("session", session.value())
                        .put("province", province.value())
                        .put("fact", fact.name())
                        .build();
        long index = ledger.append(new Act("correction.requested", now, List.of(), body)).index();
        var asked =
                new Correction(
                        entropy.id(),
                        session,
                        admissionNumber,
                        province,
                        fact,
                        stands,
                        wanted.strip(),
                        why.strip(),
                        now,
                        index,
                        Optional.empty());
        // The ledger's entry goes with the transaction.
        require(
                table.insert(asked, key, commitment),
                "CORRECTION_WAITS",
                "这一项已有一份申请在等待核对，等它有了答复再提",
                "a request about this fact waits already: wait for its answer");
        return asked;
    }

    private static void mustBeAskable(String wanted, String why, String key, String stands) {
        require(key.matches(KEY), "KEY", "请重新打开这一页再提交", "open the page again and send it");
        require(
                !wanted.isEmpty() && length(wanted) <= LONGEST,
                "CORRECTION_WANTED",
                "请写明正确的内容，1 到 200 个字",
                "say what is right, in 1 to 200 signs");
        require(
                length(why) <= LONGEST_TEXT,
                "CORRECTION_WHY",
                "说明最多 500 个字",
                "the explanation has 500 signs at most");
        require(
                !wanted.equals(stands),
                "CORRECTION_SAME",
                "写的和名册上的一样，没有要改的",
                "that is what the roster says already");
    }

    private String commitment(
            RosterEntry entry, Fact fact, String stands, String wanted, String why) {
        return ledger.commit(
                Json.object()
                        .put("session", entry.session().value())
                        .put("admissionNumber", entry.admissionNumber())
                        .put("fact", fact.name())
                        .put("stands", stands)
                        .put("wanted", wanted)
                        .put("why", why)
                        .build()
                        .bytes());
    }

    /**
     * Answers a request.
     *
     * @param reason 1 to 500 signs; the person reads it as it is
     * @param task what the office must do now, 1 to 300 signs; empty when it is refused
     * @param by a lead of the request's province
     * @throws cutscore.server.access.AccessRefused when he is not
     * @throws Unreadable when a text is missing or it was answered before
     */
    @Transactional
    public Correction answer(UUID id, boolean accepted, String reason, String task, Officer by) {
        var asked = find(id, by);
        require(
                !reason.isBlank() && length(reason.strip()) <= LONGEST_TEXT,
                "CORRECTION_REASON",
                "请写明理由，1 到 500 个字；申请人会原样看到",
                "name the reason, in 1 to 500 signs; the person reads it as it is");
        String todo = accepted ? task.strip() : "";
        require(
                !accepted || (!todo.isEmpty() && length(todo) <= LONGEST_TASK),
                "CORRECTION_TASK",
                "同意时请写明接下来要办什么，1 到 300 个字：名册不会自己改",
                "when accepting, say what the office must do, in 1 to 300 signs: the roster does"
                        + " not change by itself");
        var now = now();
        var body =
                Json.object()
                        .put("request", asked.ledgerIndex())
                        .put("session", asked.session().value())
                        .put("province", asked.province().value())
                        .put("outcome", accepted ? "ACCEPTED" : "REFUSED")
                        .put("reasonCommitment", reasonCommitment(asked, reason.strip(), todo))
                        .build();
        long index =
                ledger.append(new Act("correction.answered", now, List.of(by.id()), body)).index();
        var given = new Answer(accepted, reason.strip(), todo, by.id(), now, index);
        require(
                table.answer(id, given),
                "CORRECTION_ANSWERED",
                "这份申请已经有答复",
                "this request was answered before");
        events.publishEvent(new CorrectionAnswered(asked.session(), asked.admissionNumber()));
        return table.find(id).orElseThrow();
    }

    private String reasonCommitment(Correction asked, String reason, String task) {
        return ledger.commit(
                Json.object()
                        .put("request", asked.ledgerIndex())
                        .put("reason", reason)
                        .put("task", task)
                        .build()
                        .bytes());
    }

    /** The requests of a sitting, newest first. */
    public List<Correction> of(SessionId session, String admissionNumber) {
        return table.of(session, admissionNumber);
    }

    /**
     * One request.
     *
     * @throws NoSuchElementException when there is none in this officer's province
     */
    public Correction find(UUID id, Officer by) {
        by.must(Role.REVIEW_LEAD);
        return table.find(id)
                .filter(one -> by.province().equals(Optional.of(one.province())))
                .orElseThrow(() -> new NoSuchElementException("not of this province"));
    }

    /**
     * A province's requests: those that wait, oldest first, or those answered, newest first.
     *
     * @param by a lead of that province
     */
    public List<Correction> queue(DivisionCode province, boolean waiting, Officer by) {
        by.mustServe(Role.REVIEW_LEAD, province);
        return table.queue(province, waiting, SHOWN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            throw new Unreadable(Fault.of(code, new Words(zh, en), new Words(zh, en)));
        }
    }
}

package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Batches as the desk works on them: how far everything is, approving with the issue that follows
 * in the background. A provincial officer meets the own province alone.
 */
@Component
public class Batches {
    /** Certificates on one page of a batch. */
    public static final int PAGE = 100;

    private final BatchLook look;
    private final Certificates certificates;
    private final IssuingWork work;

    Batches(BatchLook look, Certificates certificates, IssuingWork work) {
        this.look = look;
        this.certificates = certificates;
        this.work = work;
    }

    /** An issued certificate, without its holder. */
    public record Paper(
            CertificateNumber number,
            String qualification,
            IssueRoute route,
            CertificateOnRecord.State state) {}

    /** The outcomes of a session by province and route, as far as the officer may see. */
    @Transactional(readOnly = true)
    public List<AwardStanding> standing(SessionId session, Officer by) {
        return look.standing(session).stream().filter(s -> mayLook(by, s.province())).toList();
    }

    /** The newest first, as far as the officer may see. */
    @Transactional(readOnly = true)
    public List<BatchOnRecord> all(Officer by) {
        return look.all().stream()
                .filter(batch -> mayLook(by, batch.province()))
                .map(batch -> batch.now(work.isUnderWay(batch.id())))
                .toList();
    }

    /** One of them; another province's is not there. */
    @Transactional(readOnly = true)
    public Optional<BatchOnRecord> find(BatchId id, Officer by) {
        return look.find(id)
                .filter(batch -> mayLook(by, batch.province()))
                .map(batch -> batch.now(work.isUnderWay(id)));
    }

    /**
     * The issued certificates of a batch in the order of their numbers, {@link #PAGE} at most.
     *
     * @param after the last number of the page before; empty for the first page
     */
    @Transactional(readOnly = true)
    public List<Paper> papers(BatchOnRecord batch, String after) {
        return look.papers(batch.id(), after, PAGE);
    }

    /**
     * Approves as the second officer, and begins to issue once that is committed. Sent again by the
     * same officer it only goes on issuing. Not inside a transaction.
     *
     * @throws cutscore.server.access.SamePerson when the officer prepared it
     * @throws NoSuchElementException when there is no such batch in the officer's province
     * @throws NotIssued when somebody else approved it, or its list is not what was prepared
     */
    public void approveAndIssue(BatchId id, Officer second) {
        var batch = there(id, second);
        boolean again = batch.approved().filter(a -> a.by().equals(second.id())).isPresent();
        if (!again) {
            certificates.approve(id, second);
        }
        work.begin(id);
    }

    /**
     * Goes on with an approved batch that stopped halfway.
     *
     * @throws NoSuchElementException when there is no such batch in the officer's province
     * @throws NotIssued when it is not approved
     */
    public void goOn(BatchId id, Officer by) {
        var batch = there(id, by);
        by.mustServe(Role.REVIEW_LEAD, batch.province());
        if (batch.approved().isEmpty()) {
            throw new NotIssued(NotIssued.Why.BATCH_NOT_APPROVED);
        }
        work.begin(id);
    }

    private BatchOnRecord there(BatchId id, Officer by) {
        return find(id, by).orElseThrow(() -> new NoSuchElementException("no such batch"));
    }

    private static boolean mayLook(Officer by, DivisionCode province) {
        return by.roles().contains(Role.ANALYST)
                || by.province().filter(province::equals).isPresent();
    }
}

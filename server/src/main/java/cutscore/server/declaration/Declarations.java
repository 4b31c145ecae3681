package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The declarations' only door: the declarant's steps, the reviewer's answer, and what follows. */
@Component
public class Declarations {
    /** As many declarations as one page of a queue may have. */
    public static final int PAGE = 500;

    private final Intake intake;
    private final Submissions submissions;
    private final Reviews reviews;
    private final DeclarationTable table;
    private final StepTable steps;
    private final Proofs proofs;
    private final EvidenceTable evidence;
    private final Trailing trailing;
    private final BenchTable bench;
    private final TermTable terms;

    Declarations(
            Intake intake,
            Submissions submissions,
            Reviews reviews,
            DeclarationTable table,
            StepTable steps,
            Proofs proofs,
            EvidenceTable evidence,
            Trailing trailing,
            BenchTable bench,
            TermTable terms) {
        this.intake = intake;
        this.submissions = submissions;
        this.reviews = reviews;
        this.table = table;
        this.steps = steps;
        this.proofs = proofs;
        this.evidence = evidence;
        this.trailing = trailing;
        this.bench = bench;
        this.terms = terms;
    }

    /**
     * Submits a declaration. Sent again with the same key and content it is answered the same
     * again, also after the window closed.
     *
     * @return accepted, committed and in the ledger; or refused, and nothing was recorded
     */
    public Submission submit(DeclarationForm form) {
        return intake.submit(form);
    }

    /**
     * Sends a returned declaration again, corrected, until the moment the reviewer set. Ground and
     * county may change, the province may not. The form has a key of its own.
     *
     * @return accepted: the same receipt, with the index of the new entry
     */
    public Submission resubmit(DeclarationId id, DeclarationForm form) {
        return submissions.resubmit(id, form);
    }

    /**
     * Withdraws a declaration while the window it arrived in is open.
     *
     * @param admissionNumber of the person who is signed in
     * @return empty when it is withdrawn; else why not
     */
    public Optional<Refusal> withdraw(DeclarationId id, String admissionNumber) {
        return submissions.withdraw(id, admissionNumber);
    }

    /**
     * Adds evidence that follows a submission, until the moment its window allows.
     *
     * @return empty when it is added; else why not, and nothing was
     */
    public Optional<Refusal> addEvidence(
            DeclarationId id, String admissionNumber, List<DeclarationForm.EvidenceOf> files) {
        return trailing.add(id, admissionNumber, files);
    }

    /** Which files go with it, in the order they came; for somebody who may see the declaration. */
    public List<SentEvidence> evidence(DeclarationId id) {
        return evidence.of(id);
    }

    /**
     * Answers a declaration.
     *
     * @param by a reviewer or lead of the declaration's province
     * @throws cutscore.server.access.AccessRefused when he is not
     */
    public ReviewOutcome review(DeclarationId id, Review review, Officer by) {
        return reviews.review(id, Decision.of(review), by);
    }

    /** The declarations of an examinee, oldest first: at most one of them is active. */
    public List<DeclarationView> of(SessionId session, String admissionNumber) {
        return views(table.of(session, admissionNumber));
    }

    /** The one that counts of a sitting: the last that was not withdrawn, else the last. */
    public Optional<DeclarationView> latest(SessionId session, String admissionNumber) {
        var mine = of(session, admissionNumber);
        return mine.stream()
                .filter(one -> one.stage() != Stage.WITHDRAWN)
                .reduce((earlier, later) -> later)
                .or(() -> mine.stream().reduce((earlier, later) -> later));
    }

    /**
     * The receipt's proof, by which anybody can check without us that the declaration arrived then:
     * the declarant's own copy, which opens the commitment.
     *
     * @param admissionNumber of the person who is signed in
     * @return empty while the ledger's entry is not published yet, which takes seconds
     * @throws NoSuchElementException when there is no such declaration, or it is somebody else's
     */
    public Optional<ReceiptProof> proof(DeclarationId id, String admissionNumber) {
        return proofs.of(
                table.find(id)
                        .filter(row -> row.admissionNumber().equals(admissionNumber))
                        .orElseThrow(() -> new NoSuchElementException("no such declaration")));
    }

    /** The declaration with that receipt, which only its declarant holds. */
    public Optional<DeclarationView> byReceipt(String receipt) {
        return table.byReceipt(receipt).map(row -> views(List.of(row)).getFirst());
    }

    /** Who holds it now, and until when where its province said so. */
    public Holding holding(DeclarationView declaration) {
        return Holding.of(declaration, terms.newest(declaration.province()));
    }

    /** The officer who typed it in at the counter; empty when the declarant did. */
    public Optional<UUID> typist(DeclarationId id) {
        return table.find(id).flatMap(DeclarationRow::typedBy);
    }

    /**
     * The declaration, for an officer of its province; empty for everybody else, and for one who
     * said that he knows the person.
     */
    public Optional<DeclarationView> find(DeclarationId id, Officer by) {
        return table.find(id)
                .filter(row -> serves(by, row.province()))
                .filter(row -> !bench.recused(by.id(), row.person()))
                .map(row -> views(List.of(row)).getFirst());
    }

    /**
     * A page of a province's declarations at a stage, in the order of arrival.
     *
     * @param after the last one of the page before
     * @param limit 1 to {@link #PAGE}
     * @param by a reviewer or lead of that province
     * @throws cutscore.server.access.AccessRefused when he is not
     */
    public List<DeclarationView> queue(
            SessionId session,
            DivisionCode province,
            Stage stage,
            Optional<DeclarationId> after,
            int limit,
            Officer by) {
        Reviews.mustReview(by, province);
        if (limit < 1 || limit > PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + PAGE + ": " + limit);
        }
        return views(table.queue(session, province, stage, after, limit));
    }

    /** How many declarations of a session stand at each stage; every stage is there. */
    public Map<Stage, Long> counts(SessionId session) {
        return table.counts(session, Optional.empty());
    }

    /** The same for one province. */
    public Map<Stage, Long> counts(SessionId session, DivisionCode province) {
        return table.counts(session, Optional.of(province));
    }

    /** Every approved declaration of a session, by admission number, as a stream. */
    @Transactional(readOnly = true)
    public void approved(SessionId session, Consumer<ApprovedDeclaration> each) {
        try (var approved = table.approved(session)) {
            approved.forEach(each);
        }
    }

    /**
     * Everybody's declaration of a session but withdrawn ones, by admission number, as a stream.
     */
    @Transactional(readOnly = true)
    public void sent(SessionId session, Consumer<SentDeclaration> each) {
        try (var sent = table.sent(session)) {
            sent.forEach(each);
        }
    }

    private static boolean serves(Officer officer, DivisionCode province) {
        return (officer.roles().contains(Role.REVIEWER)
                        || officer.roles().contains(Role.REVIEW_LEAD))
                && officer.province().equals(Optional.of(province));
    }

    private List<DeclarationView> views(List<DeclarationRow> rows) {
        var taken = steps.of(rows.stream().map(DeclarationRow::id).toList());
        return rows.stream()
                .map(
                        row ->
                                new DeclarationView(
                                        row.id(),
                                        row.receipt(),
                                        row.session(),
                                        row.admissionNumber(),
                                        row.qualification(),
                                        row.ground(),
                                        row.place(),
                                        row.province(),
                                        row.stage(),
                                        row.typedBy().isPresent(),
                                        row.arrivedAt(),
                                        row.ledgerIndex(),
                                        row.mendUntil(),
                                        row.employer(),
                                        row.evidenceUntil(),
                                        taken.getOrDefault(row.id(), List.of())))
                .toList();
    }
}

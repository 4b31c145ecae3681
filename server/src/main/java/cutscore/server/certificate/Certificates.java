package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.ListPolicy;
import cutscore.kernel.seal.TrustBundle;
import cutscore.kernel.seal.TrustedKey;
import cutscore.kernel.seal.ValidityScope;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.integrity.DecisionLetter;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.paper.Paper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The certificates' door: prepared by one officer, approved by another, issued, annulled. */
@Component
public class Certificates {
    private final AwardTable awards;
    private final BatchTable batches;
    private final CertificateTable table;
    private final ScopeTable scopes;
    private final Issuance issuance;
    private final Issuer issuer;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final Paper paper;

    Certificates(
            AwardTable awards,
            BatchTable batches,
            CertificateTable table,
            ScopeTable scopes,
            Issuance issuance,
            Issuer issuer,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            Paper paper) {
        this.awards = awards;
        this.batches = batches;
        this.table = table;
        this.scopes = scopes;
        this.issuance = issuance;
        this.issuer = issuer;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.paper = paper;
    }

    /**
     * Puts every award that has no certificate yet into a batch. Names that cannot be printed are
     * held back and told.
     *
     * @param by a reviewer or review lead of that province
     * @throws NotIssued when it is not on record where the certificates would count
     */
    @Transactional
    public Prepared prepare(SessionId session, DivisionCode province, Officer by) {
        serves(by, province);
        scope(province, session);
        scopes.lock(province, session);
        var held = new ArrayList<Prepared.Held>();
        var ready = new ArrayList<AwardTable.Waiting>();
        for (var award : awards.waiting(session, province)) {
            var missing = paper.missing(award.name() + award.qualification() + award.level());
            if (missing.isEmpty()) {
                ready.add(award);
            } else {
                held.add(new Prepared.Held(award.declaration(), missing));
            }
        }
        var list = ready.stream().map(AwardTable.Waiting::declaration).toList();
        var digest = digest(session, province, list);
        if (ready.isEmpty()) {
            return new Prepared(Optional.empty(), 0, digest, held);
        }
        var id = new BatchId(entropy.id());
        var batch =
                new BatchTable.Batch(
                        id, session, province, ready.size(), digest, by.id(), Optional.empty());
        var at = clock.instant();
        batches.add(batch, at, list);
        ledger.append(act("certificate.batch-prepared", at, List.of(by.id()), batch));
        return new Prepared(Optional.of(id), ready.size(), digest, held);
    }

    /**
     * @param second a review lead of that province, not the one who prepared it
     * @throws NotIssued when there is no such batch, it is approved already, or its list is not the
     *     one that was prepared
     */
    @Transactional
    public void approve(BatchId id, Officer second) {
        var batch = batches.lock(id).orElseThrow(() -> no(NotIssued.Why.NO_SUCH_BATCH));
        second.mustServe(Role.REVIEW_LEAD, batch.province());
        TwoPeople.require(batch.preparedBy(), second.id());
        if (batch.approvedBy().isPresent()) {
            throw no(NotIssued.Why.BATCH_APPROVED_ALREADY);
        }
        var list = batches.declarations(id);
        if (!digest(batch.session(), batch.province(), list).equals(batch.digest())) {
            throw no(NotIssued.Why.BATCH_DIFFERS);
        }
        var at = clock.instant();
        batches.approve(id, second.id(), at);
        var by = List.of(batch.preparedBy(), second.id());
        ledger.append(act("certificate.batch-approved", at, by, batch));
    }

    /**
     * Issues what is not issued yet; call again after a crash. Not inside a transaction: every
     * chunk commits on its own, numbers before seals.
     *
     * @return how many were sealed by this call
     * @throws NotIssued when the batch is not approved
     */
    public int issue(BatchId id) {
        var batch = batches.find(id).orElseThrow(() -> no(NotIssued.Why.NO_SUCH_BATCH));
        if (batch.approvedBy().isEmpty()) {
            throw no(NotIssued.Why.BATCH_NOT_APPROVED);
        }
        return issuance.issue(batch, scope(batch.province(), batch.session()));
    }

    /** The sealed paper; also of an annulled certificate. */
    public Optional<byte[]> pdf(CertificateNumber number) {
        return table.pdf(number);
    }

    public Optional<CertificateOnRecord> find(CertificateNumber number) {
        return table.find(number);
    }

    /** The certificate of a declaration; a declaration has one at most. */
    public Optional<CertificateOnRecord> of(UUID declaration) {
        return table.of(declaration);
    }

    /** Issued and not annulled, by number. */
    public List<CertificateNumber> live(SessionId session) {
        return table.numbers(session, CertificateOnRecord.State.ISSUED);
    }

    public List<CertificateNumber> annulled(SessionId session) {
        return table.numbers(session, CertificateOnRecord.State.ANNULLED);
    }

    /** Where certificates of that province and session count. */
    public Optional<ValidityScope> whereValid(DivisionCode province, SessionId session) {
        return scopes.find(province, session);
    }

    /**
     * Everything a verifier without a network needs, as it is now. It never goes stale by itself:
     * whoever publishes it decides how long it may be used.
     *
     * @param asOf the moment it states
     */
    @Transactional(readOnly = true)
    public TrustBundle trustBundle(Instant asOf) {
        return new TrustBundle(
                issuer.environment(),
                asOf,
                null,
                ListPolicy.WHEN_LINE_PUBLISHED,
                issuer.certificates().stream().map(TrustedKey::of).toList(),
                scopes.all(),
                table.annulled());
    }

    /**
     * Void from the start, by a decision; in the caller's transaction, with its ledger entry.
     *
     * @throws NotIssued when there is no live certificate of that number
     */
    @Transactional
    void annul(DecisionLetter letter) {
        var number = letter.certificate();
        var commitment =
                table.lockLive(number).orElseThrow(() -> no(NotIssued.Why.NO_SUCH_CERTIFICATE));
        table.annul(letter);
        var body =
                Json.object()
                        .put("certificate", commitment)
                        .put("decision", letter.number())
                        .put("on", letter.decidedOn().toString())
                        .put("article", letter.article().basis())
                        .build();
        ledger.append(new Act("certificate.annulled", clock.instant(), List.of(), body));
    }

    private ValidityScope scope(DivisionCode province, SessionId session) {
        return scopes.find(province, session).orElseThrow(() -> no(NotIssued.Why.NO_SCOPE));
    }

    private static void serves(Officer by, DivisionCode province) {
        var role = by.roles().contains(Role.REVIEWER) ? Role.REVIEWER : Role.REVIEW_LEAD;
        by.mustServe(role, province);
    }

    private static Act act(String kind, Instant at, List<UUID> by, BatchTable.Batch batch) {
        var body =
                Json.object()
                        .put("batch", batch.id().toString())
                        .put("session", batch.session().value())
                        .put("province", batch.province().value())
                        .put("size", batch.size())
                        .put("list", batch.digest())
                        .build();
        return new Act(kind, at, by, body);
    }

    private static String digest(
            SessionId session, DivisionCode province, List<UUID> declarations) {
        var ids = declarations.stream().map(UUID::toString).toList();
        return Digest.hex(
                Json.object()
                        .put("session", session.value())
                        .put("province", province.value())
                        .put("awards", Json.texts(ids))
                        .build()
                        .bytes());
    }

    private static NotIssued no(NotIssued.Why why) {
        return new NotIssued(why);
    }
}

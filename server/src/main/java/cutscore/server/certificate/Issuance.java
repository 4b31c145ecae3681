package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.time.Beijing;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.paper.Paper;
import cutscore.server.paper.Seal;
import cutscore.server.paper.SealKey;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues a batch in chunks, each step committed before the next: numbers, bytes and ledger entries;
 * then seals. After a crash it goes on where it stopped and seals the same stored bytes.
 */
@Component
class Issuance {
    private static final int CHUNK = 200;

    private final AwardTable awards;
    private final BatchTable batches;
    private final CertificateTable certificates;
    private final Issuer issuer;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final CertificatePage page;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Issuance(
            AwardTable awards,
            BatchTable batches,
            CertificateTable certificates,
            Issuer issuer,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            Paper paper,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.awards = awards;
        this.batches = batches;
        this.certificates = certificates;
        this.issuer = issuer;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.page = new CertificatePage(paper, Divisions.builtIn());
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * @return how many were sealed by this call
     */
    int issue(BatchTable.Batch batch, ValidityScope scope) {
        var key = Objects.requireNonNull(transactions.execute(status -> issuer.key()));
        while (number(batch, key) == CHUNK) {
            // the next chunk
        }
        int sealedNow = 0;
        Chunk last;
        do {
            last = seal(batch, scope, key);
            sealedNow += last.stored();
        } while (last.taken() == CHUNK);
        return sealedNow;
    }

    /** What was waiting, and what of it nobody else sealed meanwhile. */
    private record Chunk(int taken, int stored) {}

    /** Numbers, bytes to be signed and ledger entries of one chunk, in one transaction. */
    private int number(BatchTable.Batch batch, SealKey key) {
        Integer count =
                transactions.execute(
                        status -> {
                            // Two servers at one batch: the second waits, and finds less to do.
                            batches.lock(batch.id());
                            var waiting = awards.unnumbered(batch.id(), CHUNK);
                            record(batch, key, waiting);
                            return waiting.size();
                        });
        return Objects.requireNonNull(count);
    }

    private void record(BatchTable.Batch batch, SealKey key, List<AwardTable.Waiting> waiting) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh = waiting.stream().map(w -> fresh(batch, key, w, at)).toList();
        var commitments = ledger.commit(fresh.stream().map(CertificateRecord::bytes).toList());
        var acts = commitments.stream().map(c -> issued(batch, c, at)).toList();
        var places = ledger.append(acts);
        for (int i = 0; i < waiting.size(); i++) {
            certificates.add(
                    new CertificateTable.Numbered(
                            fresh.get(i),
                            waiting.get(i).declaration(),
                            batch.id(),
                            waiting.get(i).person(),
                            commitments.get(i),
                            places.get(i).index(),
                            at));
        }
    }

    private CertificateRecord fresh(
            BatchTable.Batch batch, SealKey key, AwardTable.Waiting award, java.time.Instant at) {
        return new CertificateRecord(
                issuer.environment(),
                CertificateNumber.draw(entropy),
                award.name(),
                batch.session(),
                award.level(),
                award.qualification(),
                batch.province(),
                award.route(),
                Beijing.day(at),
                key.id());
    }

    private static Act issued(BatchTable.Batch batch, String commitment, java.time.Instant at) {
        var by = new ArrayList<UUID>();
        by.add(batch.preparedBy());
        batch.approvedBy().ifPresent(by::add);
        var body =
                Json.object()
                        .put("batch", batch.id().toString())
                        .put("session", batch.session().value())
                        .put("province", batch.province().value())
                        .put("certificate", commitment)
                        .build();
        return new Act("certificate.issued", at, by, body);
    }

    /** Seals one chunk outside any transaction, then stores it in one. */
    private Chunk seal(BatchTable.Batch batch, ValidityScope scope, SealKey key) {
        var waiting = certificates.unsealed(batch.id(), CHUNK);
        var papers = waiting.stream().map(w -> sealed(w, scope, key)).toList();
        Integer stored = transactions.execute(status -> store(waiting, papers));
        return new Chunk(waiting.size(), Objects.requireNonNull(stored));
    }

    private int store(List<CertificateTable.Unsealed> waiting, List<byte[]> papers) {
        var at = clock.instant();
        int stored = 0;
        for (int i = 0; i < waiting.size(); i++) {
            var number = waiting.get(i).certificate().number();
            if (certificates.store(number, papers.get(i), at)) {
                stored++;
                var declaration = new DeclarationId(waiting.get(i).declaration());
                events.publishEvent(new CertificateReady(declaration));
            }
        }
        return stored;
    }

    private byte[] sealed(CertificateTable.Unsealed unsealed, ValidityScope scope, SealKey key) {
        var record = unsealed.certificate();
        var token = record.token();
        var qrText = token.sealedWith(key.sign(token.signedBytes()));
        var paper = page.print(record, scope, qrText, unsealed.numberedAt());
        return Seal.put(paper, key, unsealed.numberedAt());
    }
}

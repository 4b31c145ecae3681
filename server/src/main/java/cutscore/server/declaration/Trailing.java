package cutscore.server.declaration;

import cutscore.kernel.seal.Json;
import cutscore.server.database.Arrivals;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence that follows its submission, for the time that its window announced. */
@Component
final class Trailing {
    private final DeclarationTable table;
    private final EvidenceTable evidence;
    private final Ledger ledger;
    private final Arrivals arrivals;
    private final TransactionTemplate transaction;

    Trailing(
            DeclarationTable table,
            EvidenceTable evidence,
            Ledger ledger,
            Arrivals arrivals,
            TransactionTemplate transaction) {
        this.table = table;
        this.evidence = evidence;
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.transaction = transaction;
    }

    Optional<Refusal> add(DeclarationId id, String admissionNumber, List<EvidenceOf> files) {
        var now = arrivals.now().truncatedTo(ChronoUnit.MICROS);
        var found = table.find(id).filter(row -> row.admissionNumber().equals(admissionNumber));
        if (found.isEmpty()) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        var row = found.get();
        if (row.stage() != Stage.SUBMITTED || !inTime(row, now)) {
            return Optional.of(Refusal.EVIDENCE_CLOSED);
        }
        boolean added =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    if (evidence.add(id, files, now)) {
                                        ledger.append(act(row, files.size(), now));
                                        return true;
                                    }
                                    status.setRollbackOnly();
                                    return false;
                                }));
        return added ? Optional.empty() : Optional.of(Refusal.EVIDENCE_USED);
    }

    private static boolean inTime(DeclarationRow row, Instant now) {
        return row.evidenceUntil().filter(until -> !now.isAfter(until)).isPresent();
    }

    private static Act act(DeclarationRow row, int files, Instant at) {
        var body =
                Json.object()
                        .put("submission", row.ledgerIndex())
                        .put("session", row.session().value())
                        .put("province", row.province().value())
                        .put("files", files)
                        .build();
        return new Act("declaration.evidence-followed", at, List.of(), body);
    }
}

package cutscore.server.declaration;

import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.seal.StrictBase64;
import cutscore.server.ledger.Ledger;
import cutscore.server.ledger.LedgerInclusion;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The declarant's own copy of what the ledger holds of a submission. */
@Component
final class Proofs {
    private final DeclarationTable table;
    private final RegistrationListTable lists;
    private final Ledger ledger;

    Proofs(DeclarationTable table, RegistrationListTable lists, Ledger ledger) {
        this.table = table;
        this.lists = lists;
        this.ledger = ledger;
    }

    /** Empty while the entry is not published yet. */
    Optional<ReceiptProof> of(DeclarationRow row) {
        return ledger.inclusion(row.ledgerIndex()).map(found -> proof(row, found));
    }

    private ReceiptProof proof(DeclarationRow row, LedgerInclusion found) {
        return new ReceiptProof(
                found.entry(),
                row.ledgerIndex(),
                found.proof().path(),
                found.checkpoint(),
                ledger.key(),
                declared(row));
    }

    /**
     * What opens the commitment. Online a submission is accepted with its commitment only, a list
     * says nothing of one; ground and place are those it arrived with, whatever a correction
     * changed since. Empty when the salt was deleted.
     */
    private Optional<ReceiptProof.Declared> declared(DeclarationRow row) {
        var arrived = table.asItArrived(row.id());
        var content =
                Committed.to(
                        row.session(),
                        row.admissionNumber(),
                        row.person(),
                        arrived.ground(),
                        arrived.place(),
                        row.arrivedAt(),
                        !lists.brought(row.id()));
        return ledger.salt(row.commitment())
                .map(salt -> new ReceiptProof.Declared(content, StrictBase64.text(salt)));
    }
}

package cutscore.server.certificate;

import cutscore.server.integrity.AnnulmentDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of decisions in their own transaction: certificate, decision and ledger change together or
 * not at all.
 */
@Component
class AnnulmentListener {
    private final Certificates certificates;

    AnnulmentListener(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * @throws NotIssued when there is no live certificate of that number; the decision is then not
     *     recorded either
     */
    @EventListener
    void on(AnnulmentDecided decided) {
        certificates.annul(decided.letter());
    }
}

package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.server.access.AccountChanged;
import cutscore.server.access.CodeWanted;
import cutscore.server.certificate.CertificateReady;
import cutscore.server.declaration.DeclarationReviewed;
import cutscore.server.declaration.DeclarationSubmitted;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowAnnounced;
import cutscore.server.exam.WindowExtended;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.RosterConfirmed;
import cutscore.server.roster.Rosters;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of everything people are told of, and writes it down in the same transaction: it is told
 * exactly if it happened.
 */
@Component
class Listeners {
    private final HappeningTable happenings;
    private final BroadcastTable broadcasts;
    private final Address addresses;
    private final Exams exams;
    private final Rosters rosters;

    Listeners(
            HappeningTable happenings,
            BroadcastTable broadcasts,
            Address addresses,
            Exams exams,
            Rosters rosters) {
        this.happenings = happenings;
        this.broadcasts = broadcasts;
        this.addresses = addresses;
        this.exams = exams;
        this.rosters = rosters;
    }

    /** Whoever may declare is told once roster and window both stand, whichever comes last. */
    @EventListener
    void on(RosterConfirmed confirmed) {
        exams.windows(confirmed.session()).forEach(this::tellWhoMayDeclare);
    }

    @EventListener
    void on(WindowAnnounced announced) {
        if (rosters.confirmed(announced.window().session()).isPresent()) {
            tellWhoMayDeclare(announced.window());
        }
    }

    /** Where people declare at registration there are no marks yet to have missed a line by. */
    private void tellWhoMayDeclare(WindowOnRecord window) {
        if (window.round() != Round.AT_REGISTRATION) {
            broadcasts.add("may-declare/" + window.id(), Kind.MAY_DECLARE, window);
        }
    }

    @EventListener
    void on(WindowExtended extended) {
        var window = extended.window();
        broadcasts.add(
                "extended/" + window.id() + "/" + window.revision(), Kind.WINDOW_EXTENDED, window);
    }

    @EventListener
    void on(DeclarationSubmitted submitted) {
        happenings.remember(
                submitted.declaration().value(), submitted.session(), submitted.admissionNumber());
        happenings.add(
                Kind.DECLARATION_RECEIVED,
                submitted.session(),
                submitted.admissionNumber(),
                Optional.empty());
    }

    @EventListener
    void on(DeclarationReviewed reviewed) {
        happenings.add(
                reviewed.to() == Stage.RETURNED
                        ? Kind.DECLARATION_RETURNED
                        : Kind.DECLARATION_DECIDED,
                reviewed.session(),
                reviewed.admissionNumber(),
                reviewed.mendUntil());
    }

    @EventListener
    void on(CertificateReady ready) {
        happenings
                .declarant(ready.declaration().value())
                .ifPresent(
                        who ->
                                happenings.add(
                                        Kind.CERTIFICATE_READY,
                                        who.session(),
                                        who.admissionNumber(),
                                        Optional.empty()));
    }

    @EventListener
    void on(CodeWanted wanted) {
        happenings.add(
                Kind.CODE,
                new Words("", ""),
                Optional.of(wanted.until()),
                addresses.sealAll(List.of(wanted.contact()), wanted.code(), Expansion.OUTBOX));
    }

    @EventListener
    void on(AccountChanged changed) {
        if (!changed.tell().isEmpty()) {
            happenings.add(
                    Kind.ACCOUNT_CHANGED,
                    changed.what().words(),
                    Optional.empty(),
                    addresses.sealAll(changed.tell(), "", Expansion.OUTBOX));
        }
    }
}

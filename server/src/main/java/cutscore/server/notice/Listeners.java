package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.AccountChanged;
import cutscore.server.access.CodeWanted;
import cutscore.server.certificate.CertificateReady;
import cutscore.server.declaration.DeclarationReopening;
import cutscore.server.declaration.DeclarationReviewed;
import cutscore.server.declaration.DeclarationSubmitted;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowAnnounced;
import cutscore.server.exam.WindowExtended;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.line.Lines;
import cutscore.server.line.PublishedLine;
import cutscore.server.publication.LinePublished;
import cutscore.server.publication.Publications;
import cutscore.server.roster.RosterConfirmed;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.CorrectionAnswered;
import java.time.InstantSource;
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
    private final Publications publications;
    private final Lines lines;
    private final InstantSource clock;

    Listeners(
            HappeningTable happenings,
            BroadcastTable broadcasts,
            Address addresses,
            Exams exams,
            Rosters rosters,
            Publications publications,
            Lines lines,
            InstantSource clock) {
        this.happenings = happenings;
        this.broadcasts = broadcasts;
        this.addresses = addresses;
        this.exams = exams;
        this.rosters = rosters;
        this.publications = publications;
        this.lines = lines;
        this.clock = clock;
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
        tell(Kind.DECLARATION_RECEIVED, submitted.session(), submitted.admissionNumber());
    }

    @EventListener
    void on(DeclarationReviewed reviewed) {
        if (reviewed.to() == Stage.RETURNED && reviewed.mendUntil().isPresent()) {
            happenings.addReturned(
                    reviewed.declaration().value(),
                    reviewed.session(),
                    reviewed.admissionNumber(),
                    reviewed.mendUntil().get(),
                    clock.instant());
        } else {
            tell(
                    reviewed.onAppeal() ? Kind.APPEAL_DECIDED : Kind.DECLARATION_DECIDED,
                    reviewed.session(),
                    reviewed.admissionNumber());
        }
    }

    /** Whoever refuses the reopening takes this back with the transaction. */
    @EventListener
    void on(DeclarationReopening reopening) {
        tell(Kind.DECLARATION_REOPENED, reopening.session(), reopening.admissionNumber());
    }

    @EventListener
    void on(CorrectionAnswered answered) {
        tell(Kind.CORRECTION_ANSWERED, answered.session(), answered.admissionNumber());
    }

    private void tell(Kind kind, SessionId session, String admissionNumber) {
        happenings.add(kind, session, admissionNumber, Optional.empty());
    }

    /** Told once for each announcement, to the people it is for. */
    @EventListener
    void on(LinePublished published) {
        var announcement = publications.find(published.announcement()).orElseThrow();
        var province = lines.publishedAs(published.proposal()).flatMap(PublishedLine::province);
        broadcasts.addPublished(
                "line-published/" + published.announcement(),
                published.session(),
                province,
                "/announcements/" + announcement.number());
    }

    @EventListener
    void on(CertificateReady ready) {
        happenings
                .declarant(ready.declaration().value())
                .ifPresent(
                        who -> tell(Kind.CERTIFICATE_READY, who.session(), who.admissionNumber()));
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

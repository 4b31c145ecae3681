package cutscore.server.cycle;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.DemoAccounts;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.Certificates;
import cutscore.server.cycle.Office.Desk;
import cutscore.server.integrity.DecisionLetter;
import cutscore.server.integrity.DecisionLetter.Article;
import cutscore.server.integrity.DecisionLetter.Ground;
import cutscore.server.integrity.Decisions;
import cutscore.server.verification.Verifications;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Awards, certificates, one annulment, and the verification of every certificate. */
@Component
record Issuing(
        Awards awards,
        Certificates certificates,
        Decisions decisions,
        Verifications verifications,
        Showcase showcase) {

    Issued play(Desk desk, DemoAccounts.Key key) {
        award(desk);
        long issued = issue(desk);
        var annulled = annul(desk);
        var live = certificates.live(desk.opening().session());
        var examinees = showcase.open(desk.opening().session(), key);
        return verify(desk, new Issued(issued, live, annulled, 0, 0, 0, examinees));
    }

    private void award(Desk desk) {
        desk.progress().begins(Stage.AWARDS, 0);
        desk.clock().moveTo(desk.timeline().awarded());
        awards.determine(desk.opening().session(), desk.cast().analyst());
        desk.progress().ends();
    }

    private long issue(Desk desk) {
        var opening = desk.opening();
        desk.clock().moveTo(desk.timeline().batchPrepared());
        var prepared =
                certificates.prepare(
                        opening.session(), opening.province(), desk.cast().reviewer(0));
        desk.progress().begins(Stage.CERTIFICATES, prepared.size());
        long issued = 0;
        if (prepared.batch().isPresent()) {
            var batch = prepared.batch().get();
            desk.clock().moveTo(desk.timeline().batchApproved());
            certificates.approve(batch, desk.cast().lead());
            desk.clock().moveTo(desk.timeline().issued());
            issued = certificates.issue(batch);
        }
        desk.progress().ends();
        return issued;
    }

    /** The first certificate turns out to have been got by false evidence. */
    private Optional<CertificateNumber> annul(Desk desk) {
        var session = desk.opening().session();
        var first = certificates.live(session).stream().findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        desk.progress().begins(Stage.ANNULMENT, 1);
        desk.clock().moveTo(desk.timeline().annulmentProposed());
        LocalDate day = Beijing.day(desk.timeline().annulmentProposed());
        var letter =
                new DecisionLetter(
                        "虚构决〔" + day.getYear() + "〕" + session + "-1号",
                        first.get(),
                        Article.ARTICLE_10,
                        Ground.FALSE_EVIDENCE,
                        day);
        var decision = decisions.propose(letter, desk.cast().integrity());
        desk.clock().moveTo(desk.timeline().annulmentConfirmed());
        decisions.confirm(decision, desk.cast().secondIntegrity());
        desk.progress().ends();
        return first;
    }

    /**
     * Each live certificate is asked for a place inside and one outside, the annulled one inside.
     */
    private Issued verify(Desk desk, Issued issued) {
        desk.clock().moveTo(desk.timeline().verified());
        desk.progress().begins(Stage.VERIFICATION, issued.live().size());
        var inside = desk.opening().areas().getFirst();
        var outside = outside(desk.opening());
        var on = Beijing.day(desk.timeline().verified());
        long here = 0;
        long elsewhere = 0;
        long done = 0;
        for (CertificateNumber number : issued.live()) {
            here += answers(number, inside, on) == Verdict.Kind.VALID_HERE ? 1 : 0;
            elsewhere += answers(number, outside, on) == Verdict.Kind.NOT_VALID_HERE ? 1 : 0;
            desk.progress().at(++done);
        }
        long isVoid =
                issued.annulled().stream()
                        .filter(number -> answers(number, inside, on) == Verdict.Kind.VOID)
                        .count();
        desk.progress().ends();
        if (here != issued.live().size() || elsewhere != issued.live().size()) {
            throw new IllegalStateException(
                    "certificates whose verdict is not what was issued: "
                            + (issued.live().size() - here)
                            + " inside, "
                            + (issued.live().size() - elsewhere)
                            + " outside");
        }
        return new Issued(
                issued.issued(),
                issued.live(),
                issued.annulled(),
                here,
                elsewhere,
                isVoid,
                issued.examinees());
    }

    private Verdict.Kind answers(CertificateNumber number, DivisionCode at, LocalDate on) {
        return verifications
                .verify(number.value(), Optional.of(at), on, Optional.empty())
                .verdict()
                .kind();
    }

    /** The first county of the province that is no line area; of another one, if all of it is. */
    private static DivisionCode outside(Opening opening) {
        var areas = opening.areas();
        return Divisions.builtIn().counties(opening.province()).stream()
                .map(division -> division.code())
                .filter(code -> !areas.contains(code))
                .findFirst()
                .orElse(new DivisionCode("110101"));
    }
}

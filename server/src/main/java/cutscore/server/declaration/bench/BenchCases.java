package cutscore.server.declaration.bench;

import cutscore.kernel.Words;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.area.Areas;
import cutscore.server.declaration.Bench;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Reason;
import cutscore.server.declaration.Reasons;
import cutscore.server.declaration.SentEvidence;
import cutscore.server.evidence.EvidenceFile;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.Rosters;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one case for the bench; the look is noted before anything of it is shown. */
@Component
final class BenchCases {
    private final Declarations declarations;
    private final Bench bench;
    private final Reasons reasons;
    private final Exams exams;
    private final Areas areas;
    private final Rosters rosters;
    private final EvidenceFiles files;
    private final LookUps lookUps;

    BenchCases(
            Declarations declarations,
            Bench bench,
            Reasons reasons,
            Exams exams,
            Areas areas,
            Rosters rosters,
            EvidenceFiles files,
            LookUps lookUps) {
        this.declarations = declarations;
        this.bench = bench;
        this.reasons = reasons;
        this.exams = exams;
        this.areas = areas;
        this.rosters = rosters;
        this.files = files;
        this.lookUps = lookUps;
    }

    /**
     * @throws NoSuchElementException when it is of another province, or he said he knows the person
     */
    DeclarationView mine(DeclarationId id, Officer by) {
        return declarations
                .find(id, by)
                .orElseThrow(() -> new NoSuchElementException("not of this province"));
    }

    /** The case with that receipt, if it is of the officer's province. */
    Optional<DeclarationId> byReceipt(String receipt, Officer by) {
        return declarations
                .byReceipt(receipt.strip().toUpperCase(Locale.ROOT))
                .map(DeclarationView::id)
                .flatMap(id -> declarations.find(id, by))
                .map(DeclarationView::id);
    }

    BenchCase open(DeclarationId id, Officer by) {
        var it = mine(id, by);
        lookUps.note(
                it.session(),
                it.admissionNumber(),
                LookUp.What.DECLARATION,
                List.of(Role.REVIEWER, Role.REVIEW_LEAD),
                by);
        var day = exams.find(it.session()).map(ExamSession::firstDay).orElseThrow();
        var round = round(it);
        var asked = exams.evidence(it.session(), it.province(), it.ground(), round);
        return new BenchCase(
                it,
                rosters.find(it.session(), it.admissionNumber()),
                rosters.maskedIdentity(it.session(), it.admissionNumber()).orElse(""),
                areas.ask(it.place(), day),
                exams.grounds(it.session(), it.province(), round),
                asked,
                declarations.evidence(id).stream().map(one -> file(one, asked)).toList(),
                bench.hints(id, by),
                bench.barred(id, by),
                bench.doubt(id),
                bench.secondLook(id),
                bench.trace(id),
                bench.asked(id),
                reasons.offered(it.province(), Reason.Verdict.RETURN),
                reasons.offered(it.province(), Reason.Verdict.REJECT));
    }

    /** The round that was running when it arrived. */
    private Round round(DeclarationView it) {
        return exams.windows(it.session(), it.province()).stream()
                .filter(window -> !window.isBefore(it.arrivedAt()))
                .reduce((_, later) -> later)
                .map(WindowOnRecord::round)
                .orElse(Round.ORDINARY);
    }

    private BenchFile file(SentEvidence one, EvidenceAsked asked) {
        var name =
                asked.items().stream()
                        .filter(item -> item.id().equals(one.item()))
                        .map(EvidenceItem::name)
                        .findFirst()
                        .orElse(new Words(one.item(), one.item()));
        int pages = files.find(one.file()).map(EvidenceFile::pages).orElse(1);
        return new BenchFile(one.file(), one.item(), name, pages, one.addedAt());
    }
}

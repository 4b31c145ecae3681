package cutscore.server.declaration.receipt;

import cutscore.kernel.merkle.ReceiptProof;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The receipt of whoever is signed in, and the one handed over a counter. */
@Component
class OwnReceipt {
    private static final Set<Stage> ENDED = Set.of(Stage.REJECTED, Stage.WITHDRAWN);

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Exams exams;
    private final Rosters rosters;
    private final Officers officers;

    OwnReceipt(
            ExamineeAccounts examinees,
            Declarations declarations,
            Exams exams,
            Rosters rosters,
            Officers officers) {
        this.rosters = rosters;
        this.officers = officers;
        this.examinees = examinees;
        this.declarations = declarations;
        this.exams = exams;
    }

    /**
     * @throws NoSuchElementException when nothing was declared
     */
    Receipt mine(Instant now) {
        return of(declaration(), now);
    }

    /** The receipt of a declaration, for somebody who may have it. */
    Receipt of(DeclarationView declaration, Instant now) {
        var windows = exams.windows(declaration.session(), declaration.province());
        var own = windows.stream().filter(w -> holds(w, declaration.arrivedAt())).findFirst();
        return new Receipt(
                declaration,
                own,
                proof(declaration).isPresent(),
                declarations.holding(declaration),
                !ENDED.contains(declaration.stage()) && own.filter(w -> w.admits(now)).isPresent(),
                declarations.typist(declaration.id()).map(by -> assisted(declaration, by)));
    }

    private Receipt.Assisted assisted(DeclarationView declaration, UUID by) {
        return new Receipt.Assisted(
                rosters.find(declaration.session(), declaration.admissionNumber())
                        .map(RosterEntry::name)
                        .orElse(""),
                officers.find(by).map(Officer::name).orElse(""));
    }

    Optional<ReceiptProof> proof() {
        return proof(declaration());
    }

    private Optional<ReceiptProof> proof(DeclarationView declaration) {
        return declarations.proof(declaration.id(), declaration.admissionNumber());
    }

    private DeclarationView declaration() {
        var account = examinees.current();
        return declarations
                .latest(account.session(), account.admissionNumber())
                .orElseThrow(() -> new NoSuchElementException("nothing was declared"));
    }

    private static boolean holds(WindowOnRecord window, Instant arrival) {
        return !window.isBefore(arrival) && !window.isAfter(arrival);
    }
}

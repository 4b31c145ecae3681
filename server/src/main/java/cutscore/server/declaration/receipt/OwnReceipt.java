package cutscore.server.declaration.receipt;

import cutscore.kernel.merkle.ReceiptProof;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The receipt of whoever is signed in. */
@Component
class OwnReceipt {
    private static final Set<Stage> ENDED = Set.of(Stage.REJECTED, Stage.WITHDRAWN);

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Exams exams;

    OwnReceipt(ExamineeAccounts examinees, Declarations declarations, Exams exams) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.exams = exams;
    }

    /**
     * @throws NoSuchElementException when nothing was declared
     */
    Receipt mine(Instant now) {
        var declaration = declaration();
        var windows = exams.windows(declaration.session(), declaration.province());
        var own = windows.stream().filter(w -> holds(w, declaration.arrivedAt())).findFirst();
        return new Receipt(
                declaration,
                own,
                proof(declaration).isPresent(),
                !ENDED.contains(declaration.stage()) && own.filter(w -> w.admits(now)).isPresent());
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

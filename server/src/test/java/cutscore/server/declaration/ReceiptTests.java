package cutscore.server.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.time.Beijing;
import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A receipt proves what arrived, and when, whatever happens to our own copy of it. */
@ModuleTest
class ReceiptTests {
    private static int sessions;

    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    private OpenSession session;
    private Submission.Accepted accepted;

    @BeforeEach
    void aDeclarationArrives() throws IOException {
        int number = ++sessions;
        session = OpenSession.of("2048-1", exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        accepted =
                (Submission.Accepted)
                        declarations.submit(
                                session.works("OUT", "513326", "receipt-key-" + number));
    }

    @Test
    void theProofWaitsForTheCheckpointThenAnybodyCanCheckIt() {
        assertThat(declarations.proof(accepted.id(), "OUT")).isEmpty();
        ledger.publish();
        var proof = declarations.proof(accepted.id(), "OUT").orElseThrow();
        var report = ReceiptCheck.check(ReceiptProof.parse(proof.bytes()), ledger.key());
        assertThat(report.findings()).isEmpty();
        var declared = report.declared().orElseThrow();
        assertThat(declared.text("admissionNumber")).isEqualTo("OUT");
        assertThat(declared.text("arrivedAt")).isEqualTo(Beijing.text(accepted.arrivedAt()));
        assertThatThrownBy(() -> declarations.proof(accepted.id(), "IN"))
                .isInstanceOf(NoSuchElementException.class);
        aCorrectionDoesNotChangeWhatArrived(proof);
        whoIsForgottenKeepsAProofOfTheEntryAlone(proof);
    }

    private void aCorrectionDoesNotChangeWhatArrived(ReceiptProof before) {
        var until = clock.instant().plus(Duration.ofDays(3));
        declarations.review(
                accepted.id(), new Review.Returned("地区写错", "四(二)", until), OpenSession.reviewer());
        var mended = session.works("OUT", "513327", "receipt-mended-" + sessions);
        assertThat(declarations.resubmit(accepted.id(), mended))
                .isInstanceOf(Submission.Accepted.class);
        ledger.publish();
        var after = declarations.proof(accepted.id(), "OUT").orElseThrow();
        assertThat(ReceiptCheck.check(after, ledger.key()).findings()).isEmpty();
        assertThat(after.declared()).isEqualTo(before.declared());
    }

    private void whoIsForgottenKeepsAProofOfTheEntryAlone(ReceiptProof kept) {
        var act = ReceiptCheck.check(kept, ledger.key()).act().orElseThrow();
        String commitment = act.object("body").text("commitment");
        transaction.executeWithoutResult(_ -> ledger.forget(commitment));
        var after = declarations.proof(accepted.id(), "OUT").orElseThrow();
        assertThat(after.declared()).isEmpty();
        assertThat(ReceiptCheck.check(after, ledger.key()).isSound()).isTrue();
        // The copy that was taken in time still proves it.
        assertThat(ReceiptCheck.check(kept, ledger.key()).declared()).isPresent();
    }
}

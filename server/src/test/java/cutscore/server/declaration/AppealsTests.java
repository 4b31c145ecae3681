package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.declaration.ReviewOutcome.Why;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class AppealsTests extends OnTheBench {
    @Autowired Appeals appeals;

    @Test
    void whereNothingIsSetThereIsNoAppeal() throws IOException {
        var session = open();
        var id = rejected(session, "IN");
        var mine = view(session, "IN");
        assertThat(appeals.standing(mine, clock.instant()))
                .isInstanceOf(AppealStanding.NotSet.class);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).contains(Refusal.NO_APPEAL);
        appeals.set(session.id(), 0, "本机构决定：不复审", lead);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).contains(Refusal.NO_APPEAL);
        assertThat(stage(id)).isEqualTo(Stage.REJECTED);
    }

    @Test
    void anAppealInItsDaysGoesToAnotherOfficerOnce() throws IOException {
        var session = open();
        var id = rejected(session, "IN");
        assertThatThrownBy(() -> appeals.set(session.id(), 5, "决定", reviewer))
                .isInstanceOf(AccessRefused.class);
        appeals.set(session.id(), 5, "本机构决定", lead);
        var mine = view(session, "IN");
        var open = (AppealStanding.Open) appeals.standing(mine, clock.instant());
        assertThat(appeals.standing(mine, open.until().plusSeconds(1)))
                .isInstanceOf(AppealStanding.Over.class);
        clock.moveTo(open.until());
        assertThatThrownBy(() -> appeals.appeal(mine, "OUT", "我有证明"))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).isEmpty();
        assertThat(appeals.appeal(mine, "IN", "再一次")).contains(Refusal.APPEALED);
        assertThat(entry(ledger.size() - 1)).contains("appealCommitment").doesNotContain("证明");
        assertThat(bench.hold(id, APPROVE, reviewer)).contains(Why.DECIDED_BEFORE);
        assertThat(pile(session, Pile.APPEALS, reviewer)).isEmpty();
        assertThat(pile(session, Pile.APPEALS, colleague)).containsExactly(id);
        bench.decide(id, Decision.of(new Review.Rejected("仍不符合", "四(一)")), colleague);
        assertThat(appeals.appeal(view(session, "IN"), "IN", "第三次")).contains(Refusal.APPEALED);
    }

    @Test
    void whoDeclaredAgainMeanwhileDoesNotAppeal() throws IOException {
        var session = open();
        rejected(session, "IN");
        appeals.set(session.id(), 5, "本机构决定", lead);
        declared(session, "TWICE");
        assertThat(appeals.appeal(view(session, "IN"), "IN", "我有证明"))
                .contains(Refusal.ALREADY_DECLARED);
    }

    private DeclarationId rejected(OpenSession session, String number) {
        var id = declared(session, number);
        declarations.review(id, new Review.Rejected("不符合", "四(一)"), reviewer);
        return id;
    }

    private DeclarationView view(OpenSession session, String number) {
        return declarations.of(session.id(), number).getFirst();
    }
}

package cutscore.server.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.seal.Json;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The receipt over HTTP, in its four forms, and the withdrawal. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class ReceiptPagesTests {
    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Declarations declarations;
    @Autowired DeclarationLists lists;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @TempDir Path folder;

    private Visitor visitor;
    private OpenSession session;

    @BeforeEach
    void somebodyIsSignedIn() throws IOException {
        session = OpenSession.of("2086-1", exams, rosters, clock, folder);
        var key = demo.key();
        demo.openExaminee("receipt-in", session.id(), "IN", new Words("己", "own"), key);
        visitor = new Visitor(port);
        visitor.signIn("receipt-in", key.password());
        clock.moveTo(session.opens());
    }

    @Test
    void theReceiptIsThereInFourFormsUntilItIsWithdrawn() {
        assertThat(visitor.get("/me/receipt").statusCode()).isEqualTo(404);
        var sent = accepted("receipt-page-1");
        var page = visitor.get("/me/receipt").body();
        assertThat(page)
                .contains(sent.receipt(), "在申报时间内到达，已受理", "道孚县", "几秒后可取", "非常满意")
                .doesNotContain("href=\"/me/receipt.json\"");
        theProofIsPublishedFirst(sent);
        thePaperAndThePictureAreThere();
        assertThat(visitor.get("/me/receipt?lang=en").body())
                .contains("Your declaration has arrived", "What happens next");
        theDateThatTheProvinceSetIsShownWithItsSource();
        itIsWithdrawnOnce(sent);
    }

    private void theDateThatTheProvinceSetIsShownWithItsSource() {
        var lead = OpenSession.officer(Role.REVIEW_LEAD, OpenSession.SICHUAN);
        lists.setTerm(7, "虚构的省内规定", lead);
        var mine = declarations.latest(session.id(), "IN").orElseThrow();
        assertThat(Holding.of(mine, Optional.empty()).until()).isEmpty();
        var due = new ReviewTerm(7, "", Optional.empty()).dueOn(clock.instant());
        for (String page : List.of("/me/receipt?lang=zh", "/me/timeline")) {
            assertThat(visitor.get(page).body())
                    .contains(
                            due.getMonthValue() + "月" + due.getDayOfMonth() + "日 23:59:59",
                            "7 天",
                            "虚构的省内规定",
                            "过期不影响你的申报")
                    .doesNotContain("没有写明", "还欠你一个答复");
        }
        lists.setTerm(ReviewTerm.DEFAULT.days(), "和默认值一样", lead);
    }

    private void theProofIsPublishedFirst(Submission.Accepted sent) {
        var early = visitor.get("/me/receipt.json");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).contains("2");
        assertThat(Json.parseObject(early.body()).text("code"))
                .isEqualTo("PROOF_NOT_YET_PUBLISHED");
        ledger.publish();
        assertThat(visitor.get("/me/receipt").body()).contains("href=\"/me/receipt.json\"");
        var file = visitor.get("/me/receipt.json").body().getBytes(StandardCharsets.UTF_8);
        var proof = ReceiptProof.parse(file);
        assertThat(proof.index()).isEqualTo(sent.ledgerIndex());
        assertThat(ReceiptCheck.check(proof, ledger.key()).declared()).isPresent();
    }

    private void thePaperAndThePictureAreThere() {
        var pdf = visitor.get("/me/receipt.pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        var png = visitor.get("/me/receipt.png");
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(png.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private void itIsWithdrawnOnce(Submission.Accepted sent) {
        assertThat(visitor.get("/me/withdraw?lang=zh").body()).contains("不能取消", sent.receipt());
        var form = Map.of("receipt", sent.receipt());
        assertThat(visitor.post("/me/withdraw", Map.of("receipt", "SB-0")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/me/withdraw", form).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/me/receipt").body()).contains("申报已撤回");
        long acts = ledger.size();
        assertThat(visitor.post("/me/withdraw", form).statusCode()).isEqualTo(302);
        assertThat(ledger.size()).isEqualTo(acts);
        aSecondPressNeverWithdrawsWhatWasDeclaredSince(form);
    }

    private void aSecondPressNeverWithdrawsWhatWasDeclaredSince(Map<String, String> form) {
        var again = accepted("receipt-page-2");
        assertThat(visitor.post("/me/withdraw", form).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/me/receipt").body()).contains(again.receipt(), "申报已到达");
        clock.moveTo(session.closes().plusSeconds(1));
        assertThat(visitor.get("/me/withdraw").body()).contains("现在不能撤回");
        var late = visitor.post("/me/withdraw", Map.of("receipt", again.receipt()));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(visitor.get("/me/receipt").body()).contains("申报已到达");
    }

    private Submission.Accepted accepted(String key) {
        return (Submission.Accepted) declarations.submit(session.registered("IN", key));
    }
}

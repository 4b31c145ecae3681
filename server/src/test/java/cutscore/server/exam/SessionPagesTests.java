package cutscore.server.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.access.Colleagues;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.ledger.Ledger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Two publishers open a session by pages; whatever else is tried opens nothing. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class SessionPagesTests {
    private static final String LIST = "/national/sessions";

    @LocalServerPort int port;
    @Autowired Exams exams;
    @Autowired Ledger ledger;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;

    private Officer first;
    private Officer second;
    private Visitor proposer;
    private Visitor confirmer;

    @BeforeEach
    void twoPublishers() {
        var colleagues = Colleagues.of(officers, demo);
        first = colleagues.open(Role.PUBLISHER, Optional.empty());
        second = colleagues.open(Role.PUBLISHER, Optional.empty());
        proposer = colleagues.signedIn(first, port);
        confirmer = colleagues.signedIn(second, port);
    }

    @Test
    void oneProposesAnotherConfirmsAndNothingHappensTwice() {
        long before = ledger.size();
        assertThat(propose("2027", "1", "2027-05-29").statusCode()).isEqualTo(302);
        propose("2027", "1", "2027-05-29");
        var waiting = waiting("2027-1");
        assertThat(waiting).hasSize(1);
        assertThat(exams.find(new SessionId("2027-1"))).isEmpty();
        String confirm = LIST + "/proposals/" + waiting.getFirst().id();
        assertThat(proposer.get(LIST).body()).doesNotContain("action=\"" + confirm + '"');
        assertThat(confirmer.get(LIST).body()).contains("action=\"" + confirm + '"');
        assertThat(proposer.post(confirm, Map.of()).statusCode()).isEqualTo(409);
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(confirmer.post(confirm, Map.of()).statusCode()).isEqualTo(302);
        assertThat(confirmer.post(confirm, Map.of()).statusCode()).isEqualTo(302);
        assertThat(ledger.size()).isEqualTo(before + 1);
        assertThat(exams.find(new SessionId("2027-1")))
                .contains(
                        new ExamSession(
                                new SessionId("2027-1"),
                                LocalDate.of(2027, 5, 29),
                                List.of("软件设计师")));
        assertThat(waiting("2027-1")).isEmpty();
        assertThat(propose("2027", "1", "2027-05-29").statusCode()).isEqualTo(302);
        var other = propose("2027", "1", "2027-05-30");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("已经开考", "value=\"2027-05-30\"");
        assertThat(ledger.size()).isEqualTo(before + 1);
    }

    @Test
    void whatCannotBeReadComesBackAsTyped() {
        var nothing = proposer.post(LIST, Map.of("year", "2027", "half", "2", "firstDay", ""));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("#firstDay", "#offered", "2027年下半年");
        var wrong = propose("2027", "2", "2028-11-06");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("不在2027年内", "value=\"2028-11-06\"")
                .containsPattern("value=\"软件设计师\"[^>]*checked");
        assertThat(proposer.get(LIST + "/new?year=207&half=1").statusCode()).isEqualTo(422);
        assertThat(waiting("2027-2")).isEmpty();
    }

    @Test
    void aProposalIsReplacedOrDroppedBeforeItIsConfirmed() {
        propose("2027", "2", "2027-11-06");
        var old = waiting("2027-2").getFirst();
        propose("2027", "2", "2027-11-07");
        var late = confirmer.post(LIST + "/proposals/" + old.id(), Map.of());
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("被更新的提议代替");
        String fresh = LIST + "/proposals/" + waiting("2027-2").getFirst().id();
        assertThat(proposer.post(fresh + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(proposer.post(fresh + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(confirmer.post(fresh, Map.of()).statusCode()).isEqualTo(422);
        assertThat(exams.find(new SessionId("2027-2"))).isEmpty();
    }

    @Test
    void whatIsOnRecordIsTickedAndADifferenceIsShownToTheSecond() {
        assertThat(proposer.get(LIST + "/new?year=2023&half=1").body())
                .contains("有记录：本次不开考")
                .containsPattern("value=\"网络工程师\"[^>]*checked")
                .doesNotContainPattern("value=\"软件评测师\"[^>]*checked");
        var form = form("2023", "1", "2023-05-27");
        form.put("offered", "软件评测师");
        proposer.post(LIST, form);
        assertThat(confirmer.get(LIST).body()).contains("软件评测师：有记录说不开考");
        var waiting = waiting("2023-1").getFirst();
        exams.dropSession(waiting.id(), first);
    }

    private java.net.http.HttpResponse<String> propose(String year, String half, String day) {
        return proposer.post(LIST, form(year, half, day));
    }

    private static Map<String, String> form(String year, String half, String day) {
        var form = new HashMap<>(Map.of("year", year, "half", half, "firstDay", day));
        form.put("offered", "软件设计师");
        return form;
    }

    private List<ProposedSession> waiting(String session) {
        return exams.proposedSessions().stream()
                .filter(p -> p.draft().id().value().equals(session))
                .toList();
    }
}

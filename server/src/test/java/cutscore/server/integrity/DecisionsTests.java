package cutscore.server.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.certificate.Certificates;
import cutscore.server.cycle.Played;
import cutscore.server.integrity.DecisionLetter.Article;
import cutscore.server.integrity.DecisionLetter.Ground;
import cutscore.server.ledger.Ledger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import(DecisionsTests.Listening.class)
class DecisionsTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);

    @Autowired ApplicationContext server;
    @Autowired Certificates certificates;
    @Autowired Decisions decisions;
    @Autowired Ledger ledger;
    @Autowired Entropy entropy;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;
    @Autowired Listening heard;

    /** Listens beside the module that keeps certificates. */
    @TestConfiguration
    static class Listening {
        private final List<AnnulmentDecided> events = new ArrayList<>();
        private boolean refuses;

        @EventListener
        void on(AnnulmentDecided decided) {
            if (refuses) {
                throw new IllegalStateException("no such certificate");
            }
            events.add(decided);
        }
    }

    @BeforeEach
    void aSessionIsPlayed() {
        Played.once(server);
    }

    @AfterEach
    void nobodyRefusesAnyMore() {
        heard.refuses = false;
    }

    @Test
    void aDecisionTakesEffectWhenASecondOfficerConfirmsIt() {
        var first = officer(Role.INTEGRITY_OFFICER);
        var letter = letter();
        long before = ledger.size();
        var id = decisions.propose(letter, first);
        assertThat(ledger.size()).isEqualTo(before);
        decisions.confirm(id, officer(Role.INTEGRITY_OFFICER));
        assertThat(heard.events).extracting(AnnulmentDecided::letter).contains(letter);
        assertThat(certificates.annulled(SESSION)).contains(letter.certificate());
        assertThat(lastEntry())
                .contains("annulment.decided")
                .doesNotContain(letter.certificate().value(), letter.number());
    }

    @Test
    void onePersonCannotDoBoth() {
        var only = officer(Role.INTEGRITY_OFFICER);
        var id = decisions.propose(letter(), only);
        assertThatThrownBy(() -> decisions.confirm(id, only)).isInstanceOf(SamePerson.class);
    }

    @Test
    void nobodyElseRecordsADecision() {
        assertThatThrownBy(() -> decisions.propose(letter(), officer(Role.ANALYST)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aDecisionIsConfirmedOnceAndItsNumberIsUsedOnce() {
        var letter = letter();
        var first = officer(Role.INTEGRITY_OFFICER);
        var id = decisions.propose(letter, first);
        decisions.confirm(id, officer(Role.INTEGRITY_OFFICER));
        assertThatThrownBy(() -> decisions.confirm(id, officer(Role.INTEGRITY_OFFICER)))
                .isInstanceOfSatisfying(
                        IntegrityRefused.class,
                        e -> assertThat(e.why()).isEqualTo(IntegrityRefusal.ALREADY_CONFIRMED));
        assertThatThrownBy(() -> decisions.propose(letter, first))
                .isInstanceOfSatisfying(
                        IntegrityRefused.class,
                        e -> assertThat(e.why()).isEqualTo(IntegrityRefusal.DECISION_NUMBER_TAKEN));
    }

    @Test
    void aDecisionWhoseCertificateCannotBeAnnulledIsNotRecordedEither() {
        var id = decisions.propose(letter(), officer(Role.INTEGRITY_OFFICER));
        long before = ledger.size();
        heard.refuses = true;
        assertThatThrownBy(() -> decisions.confirm(id, officer(Role.INTEGRITY_OFFICER)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void whatWasDecidedIsNeverOverwritten() {
        decisions.propose(letter(), officer(Role.INTEGRITY_OFFICER));
        assertThatThrownBy(() -> sql.sql("UPDATE integrity.decision SET number = 'x1'").update())
                .hasMessageContaining("keeps what was written");
    }

    private String lastEntry() {
        return sql.sql(
                        "SELECT convert_from(bytes, 'UTF8') FROM ledger.entry"
                                + " WHERE kind = 'annulment.decided' ORDER BY index DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private DecisionLetter letter() {
        return new DecisionLetter(
                "虚构决〔2023〕" + entropy.id(),
                certificates.live(SESSION).getFirst(),
                Article.ARTICLE_10,
                Ground.FALSE_EVIDENCE,
                Beijing.day(clock.instant()));
    }

    private Officer officer(Role role) {
        var officer = new Officer(entropy.id(), "某某（虚构）", Set.of(role), Optional.empty());
        return officer;
    }
}

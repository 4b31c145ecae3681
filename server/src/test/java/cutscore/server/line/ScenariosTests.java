package cutscore.server.line;

import static cutscore.server.line.LineSession.SICHUAN;
import static cutscore.server.line.LineSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What analysts try before they propose, named and frozen. */
@ModuleTest
class ScenariosTests {

    @Autowired Snapshots snapshots;
    @Autowired Scenarios scenarios;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    private LineSession session;
    private SnapshotId snapshot;

    @BeforeEach
    void anAgreedSnapshot() {
        session = LineSession.next(exams, rosters);
        session.announce(SICHUAN, exams, (ScriptedClock) clock);
        LineSession.close((ScriptedClock) clock);
        snapshot = session.agreed(new AreaScope.OfProvince(SICHUAN), List.of(), snapshots);
    }

    @Test
    void whatWasFrozenIsFoundAgainWordForWord() {
        var considered = new PassingLine.BySubject(List.of(Score.of("42"), Score.of("40.5")));
        long acts = ledger.size();
        var id = freeze("两科分别定", bySubject(), Optional.of(considered));
        var scenario = scenarios.find(id).orElseThrow();
        assertThat(scenario.name()).isEqualTo("两科分别定");
        assertThat(scenario.rule()).isEqualTo(bySubject());
        assertThat(scenario.considered()).contains(considered);
        assertThat(scenario.digest()).matches("[0-9a-f]{64}");
        assertThat(scenarios.of(snapshot)).containsExactly(scenario);
        assertThat(scenarios.isReproduced(scenario)).isTrue();
        assertThat(ledger.size()).isEqualTo(acts);
    }

    @Test
    void everythingThatMattersIsInTheDigest() {
        var total = rule().shaped(new Shape.TotalAndFloor(Score.of("20")));
        var line = new PassingLine.TotalAndFloor(Score.of("85"), Score.of("20"));
        var digests =
                List.of(
                                freeze("一", rule(), Optional.empty()),
                                freeze("二", bySubject(), Optional.empty()),
                                freeze("三", total, Optional.empty()),
                                freeze("四", total, Optional.of(line)))
                        .stream()
                        .map(id -> scenarios.find(id).orElseThrow().digest())
                        .toList();
        assertThat(digests).doesNotHaveDuplicates();
        var same = scenarios.find(freeze("五", rule(), Optional.empty())).orElseThrow();
        assertThat(same.digest()).isEqualTo(digests.getFirst());
    }

    @Test
    void aNameStandsForOneScenario() {
        freeze("甲", rule(), Optional.empty());
        refused(LineRefusal.SCENARIO_NAME, "甲");
        refused(LineRefusal.SCENARIO_NAME, "  ");
        refused(LineRefusal.SCENARIO_NAME, "长".repeat(61));
    }

    @Test
    void noNumberBeforeTheDataAreAgreedTo() {
        var sealed =
                snapshots.seal(
                        session.id(),
                        new AreaScope.OfProvince(SICHUAN),
                        List.of(),
                        officer(Role.ANALYST));
        assertThatThrownBy(() -> scenarios.measured(sealed, rule()))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        e -> assertThat(e.why()).isEqualTo(LineRefusal.SNAPSHOT_NOT_AGREED));
        assertThatThrownBy(
                        () ->
                                scenarios.freeze(
                                        snapshot,
                                        "别人的",
                                        rule(),
                                        Optional.empty(),
                                        officer(Role.PUBLISHER)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aSecondRuleOnTheSameSettingsReadsNoRoster() {
        var counts = scenarios.counts(snapshot, rule());
        assertThat(scenarios.counts(snapshot, rule())).isSameAs(counts);
        assertThat(scenarios.counts(snapshot, bySubject())).isNotSameAs(counts);
    }

    @Test
    void aFrozenScenarioIsNeverOverwritten() {
        freeze("留存", rule(), Optional.empty());
        assertThatThrownBy(() -> sql.sql("UPDATE line.scenario SET name = '改'").update())
                .hasMessageContaining("keeps what was written");
    }

    private ScenarioId freeze(String name, LineRule rule, Optional<PassingLine> considered) {
        return scenarios.freeze(snapshot, name, rule, considered, officer(Role.ANALYST));
    }

    private void refused(LineRefusal why, String name) {
        assertThatThrownBy(() -> freeze(name, rule(), Optional.empty()))
                .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private LineRule rule() {
        return LineRule.defaults(session.id());
    }

    private LineRule bySubject() {
        return rule().shaped(new Shape.PerSubject());
    }
}

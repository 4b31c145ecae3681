package cutscore.server.access;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The incident of Hefei: one account, 900,000 queries in days. Here it ends at 500 and is told. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class LookBudgetTests {
    private static final SessionId SESSION = new SessionId("2030-1");
    private static final List<Role> DUTIES = List.of(Role.REVIEWER);

    @LocalServerPort int port;
    @Autowired LookUps lookUps;
    @Autowired LookTable table;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @Autowired ObjectProvider<OfficersCases> cases;

    @Test
    void oneAccountThatAsksForEverybodyIsStoppedAfterFiveHundredPeople() {
        var harvester = reviewer();
        int shown = 0;
        int refusedInARow = 0;
        // 900,000 were asked for; after a thousand refusals one after the other it has ended.
        for (int i = 0; i < 900_000 && refusedInARow < 1000; i++) {
            if (isShown(harvester, "H" + i)) {
                shown++;
                refusedInARow = 0;
            } else {
                refusedInARow++;
            }
        }
        assertThat(shown).isEqualTo(500);
        assertThat(kinds(harvester)).contains("PEOPLE_SPENT");
        assertThat(
                        sql.sql("SELECT count(*) FROM access.look_up WHERE officer = ?")
                                .param(harvester.id())
                                .query(Long.class)
                                .single())
                .isEqualTo(500);
        // Whom he saw today he may go on with; nobody else.
        assertThat(isShown(harvester, "H7")).isTrue();
        assertThat(isShown(harvester, "H777")).isFalse();
        liftedBySomebodyElseForAReason(harvester);
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(isShown(harvester, "next-day")).isTrue();
    }

    private void liftedBySomebodyElseForAReason(Officer harvester) {
        var cast = Cast.of(demo);
        var security = cast.signedIn(Role.SECURITY_ADMIN, port);
        var audit = cast.signedIn(Role.AUDIT_ADMIN, port);
        var page = security.get("/look-ups").body();
        assertThat(page).contains("一天看的人到了上限", "同事（虚构）", "/look-ups/" + harvester.id());
        assertThat(page).doesNotContain("H7");
        assertThat(audit.get("/look-ups").body())
                .contains("一天看的人到了上限")
                .doesNotContain("action=\"/look-ups/");
        var path = "/look-ups/" + harvester.id();
        assertThat(security.post(path, Map.of("reason", "短")).statusCode()).isEqualTo(422);
        assertThat(audit.post(path, Map.of("reason", "集中复核，已核实")).statusCode()).isEqualTo(403);
        assertThat(isShown(harvester, "H777")).isFalse();
        assertThat(security.post(path, Map.of("reason", "集中复核，已核实")).statusCode()).isEqualTo(302);
        assertThat(isShown(harvester, "H777")).isTrue();
        assertThat(security.post(path, Map.of("reason", "再来一次可以吗")).statusCode()).isEqualTo(404);
    }

    @Test
    void aSlowHarvestIsFlaggedWithinAWeekAndADiligentOfficerIsNot() {
        var slow = reviewer();
        int days = 0;
        while (days < 7 && !kinds(slow).contains("SLOW_HARVEST")) {
            clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
            for (int i = 0; i < 300; i++) {
                assertThat(isShown(slow, "S" + days + "-" + i)).isTrue();
            }
            days++;
        }
        assertThat(days).isLessThan(7);
        assertThat(kinds(slow)).containsExactly("SLOW_HARVEST");
    }

    @Test
    void whoLooksAtThreeTimesAsManyAsUsualIsTold() {
        var officer = reviewer();
        for (int day = 0; day < 5; day++) {
            clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
            for (int i = 0; i < 12; i++) {
                isShown(officer, "U" + day + "-" + i);
            }
        }
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        for (int i = 0; i < 36; i++) {
            isShown(officer, "V" + i);
        }
        assertThat(kinds(officer)).isEmpty();
        isShown(officer, "V36");
        assertThat(kinds(officer)).containsExactly("UNLIKE_BEFORE");
    }

    @Test
    void identityNumbersAreCountedByThemselvesAndNeedAReason() {
        var officer = reviewer();
        assertThatThrownBy(() -> lookUps.reveal(SESSION, "R0", " 看看 ", DUTIES, officer))
                .isInstanceOf(Unreadable.class);
        for (int i = 0; i < 30; i++) {
            lookUps.reveal(SESSION, "R" + i, "与户口簿逐位核对", DUTIES, officer);
        }
        assertThatThrownBy(() -> lookUps.reveal(SESSION, "R0", "与户口簿逐位核对", DUTIES, officer))
                .isInstanceOf(AccessRefused.class);
        assertThat(kinds(officer)).containsExactly("IDENTITIES_SPENT");
        assertThat(isShown(officer, "R99")).isTrue();
        assertThat(lookUps.of(SESSION, "R3").getFirst().reason()).isEqualTo("与户口簿逐位核对");
    }

    /** The check of the check: a budget that never ends lets the harvest through. */
    @Test
    void withoutABoundNobodyIsStopped() {
        var officer = reviewer();
        var unbounded =
                new LookBudget(
                        table, new LookSettings(Integer.MAX_VALUE, 1, 9999999), clock, cases);
        int paid = 0;
        for (int i = 0; i < 520; i++) {
            paid += unbounded.pay(officer.id(), SESSION, "W" + i, false).isEmpty() ? 1 : 0;
        }
        assertThat(paid).isEqualTo(520);
    }

    private Officer reviewer() {
        return Colleagues.of(officers, demo).open(Role.REVIEWER, Optional.of(SICHUAN));
    }

    private boolean isShown(Officer officer, String number) {
        try {
            lookUps.note(SESSION, number, LookUp.What.DECLARATION, DUTIES, officer);
            return true;
        } catch (AccessRefused spent) {
            assertThat(spent.words().zh()).contains("安全管理员");
            return false;
        }
    }

    private List<String> kinds(Officer officer) {
        return sql.sql("SELECT DISTINCT kind FROM access.look_alarm WHERE officer = ? ORDER BY 1")
                .param(officer.id())
                .query(String.class)
                .list();
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SeededEntropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import cutscore.server.database.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
@Transactional
class FirstAdministratorsTests {
    private static final String LONG = "a sentence nobody guesses";

    @Autowired FirstAdministrators first;
    @Autowired DemoAccounts demo;
    @Autowired Officers officers;
    @Autowired OfficerTable officerTable;
    @Autowired FoundingTable founding;
    @Autowired ExamineeAccounts examinees;
    @Autowired Passwords passwords;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;

    @Test
    void twoCodesMakeTwoAdministratorsAndEachWorksOnce() {
        var codes = first.offer();
        assertThat(codes)
                .extracting(FirstAdministrators.Code::role)
                .containsExactly(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        var system = first.found(codes.get(0).code(), "first.one", "甲", LONG);
        assertThat(system.roles()).containsExactly(Role.SYSTEM_ADMIN);
        assertThatThrownBy(() -> first.found(codes.get(0).code(), "second.one", "乙", LONG))
                .isInstanceOf(Unreadable.class);
        assertThat(first.areComplete()).isFalse();
        var typed = codes.get(1).code().replace("-", "").toUpperCase(java.util.Locale.ROOT);
        first.found(" " + typed + " ", "second.one", "乙", LONG);
        assertThat(first.areComplete()).isTrue();
        assertThat(first.offer()).isEmpty();
    }

    @Test
    void aCodeIsStoredAsADigestOnlyAndExpiresAfterADay() {
        var code = first.offer().getFirst();
        var stored = sql.sql("SELECT digest FROM access.founding_code").query(String.class).list();
        assertThat(stored).noneMatch(digest -> digest.contains(code.code().substring(0, 6)));
        clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> first.found(code.code(), "first.one", "甲", LONG))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void offeringAgainReplacesTheCodesThatWereNotUsed() {
        var old = first.offer().getFirst();
        var fresh = first.offer().getFirst();
        assertThat(fresh.code()).isNotEqualTo(old.code());
        assertThatThrownBy(() -> first.found(old.code(), "first.one", "甲", LONG))
                .isInstanceOf(Unreadable.class);
        assertThat(first.found(fresh.code(), "first.one", "甲", LONG).name()).isEqualTo("甲");
    }

    @Test
    void theDemonstrationHasOfficersOfEveryRoleAndOnePassword() {
        var key = demo.key();
        var accounts = demo.openOfficers(new DivisionCode("510000"), key);
        assertThat(accounts)
                .extracting(DemoAccounts.Account::role)
                .containsAll(Arrays.stream(Role.values()).filter(r -> r != Role.EXAMINEE).toList());
        assertThat(accounts)
                .allSatisfy(
                        account -> {
                            var officer = officers.find(account.id()).orElseThrow();
                            assertThat(officer.roles()).containsExactly(account.role());
                            assertThat(officer.province().isPresent())
                                    .isEqualTo(account.role().isProvincial());
                            assertThat(account.password()).isEqualTo(key.password());
                        });
        assertThat(passwords.matches(key.password(), key.hash())).isTrue();
        assertThat(key.toString()).doesNotContain(key.password());
        var examinee =
                demo.openExaminee(
                        "awarded", new SessionId("2023-1"), "A-1", new Words("证", "award"), key);
        assertThat(examinee.role()).isEqualTo(Role.EXAMINEE);
    }

    @Test
    void inventedAccountsAreRefusedInProduction() {
        var production =
                new DemoAccounts(
                        officers,
                        founding,
                        examinees,
                        passwords,
                        new SeededEntropy("demo", 7),
                        clock,
                        new Settings(Path.of("data"), "production", null, null, "", "", ""));
        assertThatThrownBy(production::key).isInstanceOf(AccessRefused.class);
    }
}

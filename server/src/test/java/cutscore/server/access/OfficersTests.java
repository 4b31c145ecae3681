package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class OfficersTests {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Optional<DivisionCode> SICHUAN = Optional.of(new DivisionCode("510000"));

    private static final String OWN = "a sentence about high plains";

    @Autowired Officers officers;
    @Autowired OfficerKeeping keeping;
    @Autowired JdbcClient sql;

    @Test
    void aRoleIsHeldOnlyAfterASecondAdministratorAgreed() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var security = administrator(Role.SECURITY_ADMIN);
        var lin = open(SICHUAN);
        var grant = officers.propose(lin.id(), Role.REVIEWER, system);
        assertThat(officers.find(lin.id()).orElseThrow().roles()).isEmpty();
        officers.confirm(grant, security);
        assertThat(officers.find(lin.id()).orElseThrow().roles()).containsExactly(Role.REVIEWER);
    }

    @Test
    void whoProposedARoleDoesNotConfirmIt() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var grant = officers.propose(open(SICHUAN).id(), Role.REVIEWER, system);
        assertThatThrownBy(() -> officers.confirm(grant, system)).isInstanceOf(SamePerson.class);
    }

    @Test
    void nobodyProposesOrConfirmsARoleForHimself() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var security = administrator(Role.SECURITY_ADMIN);
        assertThatThrownBy(() -> officers.propose(system.id(), Role.AUDITOR, system))
                .isInstanceOf(AccessRefused.class);
        var grant = officers.propose(security.id(), Role.AUDITOR, system);
        assertThatThrownBy(() -> officers.confirm(grant, security))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void onlyAdministratorsGrantRoles() {
        var reviewer = new Officer(UUID.randomUUID(), "林", Set.of(Role.REVIEWER), SICHUAN);
        var lin = open(SICHUAN);
        assertThatThrownBy(() -> officers.propose(lin.id(), Role.REVIEWER, reviewer))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobodyHoldsTwoOfTheThreeAdministratorsRoles() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var security = administrator(Role.SECURITY_ADMIN);
        assertThatThrownBy(() -> officers.propose(security.id(), Role.AUDIT_ADMIN, system))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(
                        () ->
                                new Officer(
                                        UUID.randomUUID(),
                                        "三",
                                        Set.of(Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN),
                                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDatabaseItselfRefusesASecondAdministratorsRoleAndASinglePersonsGrant() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var security = administrator(Role.SECURITY_ADMIN);
        assertThatThrownBy(() -> insertGrant(security.id(), "AUDIT_ADMIN", system.id(), null))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_administrator_role_each");
        assertThatThrownBy(
                        () -> insertGrant(open(SICHUAN).id(), "REVIEWER", system.id(), system.id()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aProvincialRoleNeedsAProvinceAndTheOthersNone() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var national = open(Optional.empty());
        var lin = open(SICHUAN);
        assertThatThrownBy(() -> officers.propose(national.id(), Role.REVIEWER, system))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> officers.propose(lin.id(), Role.ANALYST, system))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void anOfficerServesHisOwnProvinceOnly() {
        var lin = new Officer(UUID.randomUUID(), "林", Set.of(Role.REVIEWER), SICHUAN);
        lin.mustServe(Role.REVIEWER, new DivisionCode("513326"));
        assertThatThrownBy(() -> lin.mustServe(Role.REVIEWER, new DivisionCode("530100")))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> lin.must(Role.REVIEW_LEAD)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void anOpenedAccountHasNoPasswordButAOneTimeCode() {
        var system = administrator(Role.SYSTEM_ADMIN);
        var opened = officers.create("lin.fresh", "林", SICHUAN, system);
        assertThat(opened.code()).matches("([2-9a-z]{6}-){3}[2-9a-z]{6}");
        assertThat(opened.toString()).doesNotContain(opened.code());
        assertThat(
                        sql.sql(
                                        """
                                        SELECT password_hash IS NULL FROM access.officer
                                         WHERE sign_in_name = 'lin.fresh'
                                        """)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        for (String weak : new String[] {"short", "aaaaaaaaaaaaaaaaaaaa", "lin.fresh-2026-11-22"}) {
            assertThatThrownBy(() -> keeping.redeem("lin.fresh", opened.code(), weak))
                    .isInstanceOf(Unreadable.class)
                    .message()
                    .doesNotContain(weak.repeat(2));
        }
        keeping.redeem("LIN.fresh ", opened.code().toUpperCase(Locale.ROOT), OWN);
        assertThatThrownBy(() -> keeping.redeem("lin.fresh", opened.code(), OWN))
                .isInstanceOf(Unreadable.class);
    }

    private Officer open(Optional<DivisionCode> province) {
        String name = "person" + MADE.incrementAndGet();
        String hash = "$argon2id$not-a-real-one";
        return officers.open(name, "林" + MADE.get(), province, hash, null);
    }

    private Officer administrator(Role role) {
        var one = open(Optional.empty());
        var two = open(Optional.empty());
        var three = open(Optional.empty());
        insertGrant(three.id(), role.name(), one.id(), two.id());
        return officers.find(three.id()).orElseThrow();
    }

    private void insertGrant(
            UUID officer, String role, UUID by, @org.jspecify.annotations.Nullable UUID second) {
        sql.sql(
                        """
                        INSERT INTO access.role_grant (id, officer, role, proposed_by, proposed_at,
                                                       confirmed_by, confirmed_at)
                        VALUES (:id, :officer, :role, :by, now(), :second,
                                CASE WHEN :second::uuid IS NULL THEN NULL ELSE now() END)
                        """)
                .param("id", UUID.randomUUID())
                .param("officer", officer)
                .param("role", role)
                .param("by", by)
                .param("second", second)
                .update();
    }
}

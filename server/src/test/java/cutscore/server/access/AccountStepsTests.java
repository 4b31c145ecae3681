package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What two administrators do to an account, and what one cannot. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class AccountStepsTests {
    private static final String OWN = "a sentence about high plains";

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired Officers officers;
    @Autowired AccountSteps steps;
    @Autowired OfficerTable table;
    @Autowired JdbcClient sql;

    private Cast cast;
    private Officer system;
    private Officer security;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
        system = officers.find(cast.account(Role.SYSTEM_ADMIN).id()).orElseThrow();
        security = officers.find(cast.account(Role.SECURITY_ADMIN).id()).orElseThrow();
    }

    @Test
    void aClosedAccountSignsInNowhereHoldsNothingAndIsTold() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = lin.signIn(cast, port);
        var step = propose(lin.officer, AccountStep.Kind.CLOSE, Optional.empty());
        assertThat(browser.get("/national").statusCode()).isEqualTo(200);
        long acts = acts("officer.closed");
        steps.confirm(step, security);
        assertThat(browser.get("/national").statusCode()).isEqualTo(302);
        assertThat(where(browser.signIn(lin.name, cast.key.password()))).contains("refused");
        assertThat(officers.find(lin.officer.id()).orElseThrow().roles()).isEmpty();
        assertThat(enrolled.closed).contains(lin.officer.id());
        assertThat(acts("officer.closed")).isEqualTo(acts + 1);
        assertThatThrownBy(() -> officers.propose(lin.officer.id(), Role.ANALYST, system))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> propose(lin.officer, AccountStep.Kind.RESET, Optional.empty()))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(steps.confirm(step, security)).isEmpty();
        assertThat(acts("officer.closed")).isEqualTo(acts + 1);
    }

    @Test
    void aResetEndsThePasswordGivesACodeAndLeavesTheFactorAsked() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = lin.signIn(cast, port);
        var step = propose(lin.officer, AccountStep.Kind.RESET, Optional.empty());
        var code = steps.confirm(step, security).orElseThrow();
        assertThat(code.toString()).doesNotContain(code.code());
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(where(browser.signIn(lin.name, cast.key.password()))).contains("refused");
        var wrong = first(browser, "nobody.here", code.code());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(first(browser, lin.name, code.code()).statusCode()).isEqualTo(302);
        assertThat(first(browser, lin.name, code.code()).statusCode()).isEqualTo(422);
        assertThat(where(browser.signIn(lin.name, OWN))).endsWith("/sign-in/factor");
    }

    @Test
    void aCodeIsOverAfterADayAndOneAnswerCoversEveryMistake() {
        var opened = officers.create("lin.late", "林", Optional.empty(), system);
        var browser = new Visitor(port);
        String unknown = plain(first(browser, "lin.nobody", opened.code()));
        String mistyped = plain(first(browser, "lin.late", "a".repeat(24)));
        sql.sql("UPDATE access.officer_code SET expires_at = clock_timestamp() WHERE officer = :id")
                .param("id", opened.officer().id())
                .update();
        String over = plain(first(browser, "lin.late", opened.code()));
        assertThat(mistyped).isEqualTo(over).contains("对不上");
        assertThat(unknown.replace("lin.nobody", "lin.late")).isEqualTo(over);
    }

    @Test
    void whoLostEverythingHasTheFactorsForgottenByTwo() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var step = propose(lin.officer, AccountStep.Kind.FORGET_FACTORS, Optional.empty());
        assertThatThrownBy(() -> steps.confirm(step, system)).isInstanceOf(SamePerson.class);
        steps.confirm(step, security);
        var browser = new Visitor(port);
        assertThat(where(browser.signIn(lin.name, cast.key.password()))).endsWith("/desk");
        assertThat(browser.get("/desk").body()).contains("登记第二因素");
    }

    @Test
    void anAdministratorsRoleIsWithdrawnAndOnlyThenAnotherGranted() {
        var third = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var browser = third.signIn(cast, port);
        assertThatThrownBy(() -> officers.propose(third.officer.id(), Role.AUDIT_ADMIN, system))
                .isInstanceOf(AccessRefused.class);
        var withdrawal =
                propose(
                        third.officer,
                        AccountStep.Kind.WITHDRAW_ROLE,
                        Optional.of(Role.SECURITY_ADMIN));
        assertThatThrownBy(() -> officers.propose(third.officer.id(), Role.AUDIT_ADMIN, system))
                .as("waiting is not withdrawn")
                .isInstanceOf(AccessRefused.class);
        steps.confirm(withdrawal, security);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        officers.confirm(officers.propose(third.officer.id(), Role.AUDIT_ADMIN, system), security);
        var held = officers.find(third.officer.id()).orElseThrow().roles();
        assertThat(held).containsExactly(Role.AUDIT_ADMIN);
        var again =
                propose(
                        third.officer,
                        AccountStep.Kind.WITHDRAW_ROLE,
                        Optional.of(Role.AUDIT_ADMIN));
        steps.confirm(again, security);
        officers.confirm(
                officers.propose(third.officer.id(), Role.SECURITY_ADMIN, system), security);
        assertThat(officers.find(third.officer.id()).orElseThrow().roles())
                .containsExactly(Role.SECURITY_ADMIN);
    }

    @Test
    void nobodyActsOnTheOwnAccountAndNoOtherRoleActsAtAll() {
        var third = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var close = AccountStep.Kind.CLOSE;
        assertThatThrownBy(
                        () ->
                                steps.propose(
                                        third.officer.id(),
                                        close,
                                        Optional.empty(),
                                        "x",
                                        third.officer))
                .isInstanceOf(AccessRefused.class);
        var step = propose(third.officer, close, Optional.empty());
        assertThatThrownBy(() -> steps.confirm(step, third.officer))
                .isInstanceOf(AccessRefused.class);
        var audit = officers.find(cast.account(Role.AUDIT_ADMIN).id()).orElseThrow();
        assertThatThrownBy(() -> steps.confirm(step, audit)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> propose(third.officer, close, Optional.empty()))
                .isInstanceOf(Unreadable.class);
        steps.drop(step, security);
        assertThatThrownBy(() -> steps.drop(step, security))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(steps.confirm(step, security)).isEmpty();
        assertThat(table.isOpen(third.officer.id())).isTrue();
    }

    @Test
    void whatAFormerAdministratorProposedIsConfirmedByNobody() {
        var third = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var lin = enrolled.open(cast, Enrolled.name(), Role.ANALYST);
        var step =
                steps.propose(
                        lin.id(), AccountStep.Kind.CLOSE, Optional.empty(), "调离", third.officer);
        var grant = officers.propose(lin.id(), Role.PUBLISHER, third.officer);
        steps.confirm(
                propose(
                        third.officer,
                        AccountStep.Kind.WITHDRAW_ROLE,
                        Optional.of(Role.SECURITY_ADMIN)),
                security);
        assertThatThrownBy(() -> steps.confirm(step, security)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> officers.confirm(grant, security))
                .isInstanceOf(AccessRefused.class);
        officers.drop(grant, security);
        officers.confirm(officers.propose(lin.id(), Role.PUBLISHER, system), security);
    }

    @Test
    void overThePagesAnAccountIsOpenedUsedAndClosed() {
        var administrator = cast.freshlySignedIn(Role.SYSTEM_ADMIN, port);
        var opened =
                administrator.post("/officers", Map.of("signInName", "lin.page", "name", "林页"));
        var page = administrator.get(where(opened).replaceFirst("^https?://[^/]+", ""));
        var code = Pattern.compile("<b class=\"mono\">([2-9a-z-]{27})</b>").matcher(page.body());
        assertThat(code.find()).as(page.body()).isTrue();
        assertThat(page.body()).contains("等本人设口令", "未登记");
        var lin = new Visitor(port);
        assertThat(first(lin, "lin.page", code.group(1)).statusCode()).isEqualTo(302);
        assertThat(lin.get("/sign-in").body()).contains("口令已设好");
        lin.signIn("lin.page", OWN);
        assertThat(lin.get("/desk").body()).contains("这是第一次登录", "还没有角色");
        var id =
                table.lines().stream()
                        .filter(line -> line.signInName().equals("lin.page"))
                        .findFirst()
                        .orElseThrow()
                        .officer()
                        .id();
        String about = "/officers/" + id + "/steps";
        var noReason = administrator.post(about, Map.of("kind", "CLOSE", "reason", " "));
        assertThat(noReason.statusCode()).isEqualTo(422);
        administrator.post(about, Map.of("kind", "CLOSE", "reason", "调离"));
        var second = cast.freshlySignedIn(Role.SECURITY_ADMIN, port);
        var list = second.get("/officers");
        assertThat(list.body()).contains("停用账号", "调离");
        var last =
                steps.waiting().stream()
                        .filter(step -> step.officer().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(administrator.post("/officers/steps/" + last, Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(second.post("/officers/steps/" + last, Map.of()).statusCode()).isEqualTo(302);
        assertThat(second.get("/officers").body()).contains("已停用的账号");
        assertThat(lin.get("/desk").statusCode()).isEqualTo(302);
    }

    private UUID propose(Officer officer, AccountStep.Kind kind, Optional<Role> role) {
        return steps.propose(officer.id(), kind, role, "调离", system);
    }

    private static HttpResponse<String> first(Visitor browser, String name, String code) {
        return browser.post("/sign-in/first", Map.of("name", name, "code", code, "password", OWN));
    }

    /** Without the token, which differs for everybody. */
    private static String plain(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private long acts(String kind) {
        return sql.sql("SELECT count(*) FROM ledger.entry WHERE kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The second of two people's steps asks for a factor of that very sign-in. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class StepUpTests {
    private static final Path DOCUMENT = Path.of("../docs/authorisation.md");

    /** Steps without a proposer before them, which still answer for something great. */
    private static final Set<String> BESIDES =
            Set.of("POST /national/{id}/filing", "POST /me/security/proof");

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired Officers officers;
    @Autowired JdbcClient sql;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
    }

    @Test
    void everyRowThatSaysAsAnotherIsAHandlerWithStepUpAndTheOtherWayRound() throws IOException {
        var wanted = new TreeSet<>(BESIDES);
        for (String line : Files.readAllLines(DOCUMENT)) {
            String[] row = line.split(" *\\| *");
            if (row.length > 4 && row[4].contains("as another")) {
                wanted.add(row[1] + " " + row[2].replace("`", ""));
            }
        }
        var declared = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach(
                        (mapped, handler) -> {
                            if (handler.hasMethodAnnotation(StepUp.class)) {
                                String method =
                                        mapped.getMethodsCondition()
                                                .getMethods()
                                                .iterator()
                                                .next()
                                                .name();
                                mapped.getPatternValues()
                                        .forEach(path -> declared.add(method + " " + path));
                                // A file would be lost on the page that asks.
                                assertThat(handler.getMethodParameters())
                                        .noneMatch(
                                                p -> p.getParameterType() == MultipartFile.class);
                            }
                        });
        assertThat(declared).isEqualTo(wanted).hasSizeGreaterThan(10);
    }

    @Test
    void aConfirmationIsKeptUntilTheFactorIsProvenAndThenGoesOn() {
        var security = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var browser = security.signIn(cast, port);
        age(security);
        var grant = propose();
        var asked = browser.post("/officers/grants/" + grant, Map.of("note", "“a<b>”"));
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body())
                .contains("action=\"/officers/grants/" + grant + "\"")
                .contains("name=\"note\" value=\"“a&lt;b>”\"")
                .contains("step-up-code");
        assertThat(isHeld(grant)).isFalse();
        var wrong = browser.post("/officers/grants/" + grant, typed("000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("没有通过").contains("name=\"note\"");
        assertThat(isHeld(grant)).isFalse();
        var right = browser.post("/officers/grants/" + grant, typed(security.code()));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(isHeld(grant)).isTrue();
        var next = propose();
        assertThat(browser.post("/officers/grants/" + next, Map.of()).statusCode()).isEqualTo(302);
        assertThat(isHeld(next)).isTrue();
        age(security);
        var late = propose();
        assertThat(browser.post("/officers/grants/" + late, Map.of()).statusCode()).isEqualTo(403);
        assertThat(isHeld(late)).isFalse();
    }

    @Test
    void aProofOfAnotherSignInDoesNotCount() {
        var security = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var first = security.signIn(cast, port);
        age(security);
        var second = security.signIn(cast, port);
        var grant = propose();
        assertThat(first.post("/officers/grants/" + grant, Map.of()).statusCode()).isEqualTo(403);
        assertThat(second.post("/officers/grants/" + grant, Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasNoFactorIsNotAskedInATest() {
        var grant = propose();
        var security = cast.freshlySignedIn(Role.SECURITY_ADMIN, port);
        assertThat(security.post("/officers/grants/" + grant, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(isHeld(grant)).isTrue();
    }

    private static Map<String, String> typed(String code) {
        return Map.of("note", "“a<b>”", StepUpGuard.CODE, code);
    }

    private UUID propose() {
        var opened =
                officers.open(
                        Enrolled.name(), "林", java.util.Optional.empty(), cast.key.hash(), null);
        var system = officers.find(cast.account(Role.SYSTEM_ADMIN).id()).orElseThrow();
        return officers.propose(opened.id(), Role.ANALYST, system);
    }

    private boolean isHeld(UUID grant) {
        return sql.sql("SELECT confirmed_by IS NOT NULL FROM access.role_grant WHERE id = :id")
                .param("id", grant)
                .query(Boolean.class)
                .single();
    }

    /** As if the officer had proven his factor six minutes ago. */
    private void age(Enrolled.Person person) {
        sql.sql(
                        """
                        UPDATE access.sign_in SET began_at = began_at - interval '6 minutes',
                               proven_at = proven_at - interval '6 minutes'
                         WHERE account = :id
                        """)
                .param("id", person.officer.id())
                .update();
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.Cutscore;
import cutscore.server.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server as {@code serve} starts it, on an empty database: nobody can sign in. */
@Tag("database")
class NoDefaultPasswordTests {
    private static final List<String> NAMES = List.of("admin", "root", "system", "security");
    private static final List<String> PASSWORDS = List.of("", "admin", "123456", "cutscore");

    /** A password, secret or key that is written down instead of being asked for. */
    private static final Pattern WRITTEN_DOWN =
            Pattern.compile(
                    "(?i)^\\s*[a-z.-]*(password|secret|passwd)[a-z-]*\\s*[:=]\\s*+(?!\\$\\{).+");

    @Test
    void anEmptyInstallationHasNoOfficerAndNoCommonPasswordOpensIt(@TempDir Path folder) {
        var database = TestDatabase.fresh();
        try (var server =
                SpringApplication.run(
                        Cutscore.class,
                        "--server.port=0",
                        "--cutscore.environment=production",
                        "--cutscore.access.first-wait=1ms",
                        "--cutscore.folder=" + folder.resolve("data"),
                        "--cutscore.database-url=" + database.url(),
                        "--cutscore.database-user=" + database.user(),
                        "--cutscore.database-password=" + database.password())) {
            var sql = server.getBean(JdbcClient.class);
            assertThat(
                            sql.sql(
                                            """
                                            SELECT (SELECT count(*) FROM access.officer)
                                                 + (SELECT count(*) FROM access.examinee_account)
                                            """)
                                    .query(Long.class)
                                    .single())
                    .isZero();
            assertThat(server.getBean(Factors.class).areRequired()).isTrue();
            int port = server.getEnvironment().getRequiredProperty("local.server.port", int.class);
            for (String name : NAMES) {
                var visitor = new Visitor(port);
                for (String password : PASSWORDS) {
                    var answer = visitor.signIn(name, password);
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .matches(".*/sign-in\\?(refused|later)");
                }
                assertThat(visitor.get("/desk").headers().firstValue("Location").orElse(""))
                        .endsWith("/sign-in");
            }
            var codes = server.getBean(FirstAdministrators.class).offer();
            assertThat(codes)
                    .extracting(FirstAdministrators.Code::role)
                    .containsExactly(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        }
    }

    @Test
    void noConfigurationHoldsAPassword() throws IOException {
        var found = new java.util.ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.matches(".*\\.(yaml|yml|properties|sql)")) {
                    Files.readAllLines(file).stream()
                            .filter(line -> WRITTEN_DOWN.matcher(line).find())
                            .forEach(line -> found.add(name + ": " + line));
                }
                if (name.endsWith(".sql")) {
                    assertThat(Files.readString(file))
                            .as(name)
                            .doesNotContain("INSERT INTO access.officer (")
                            .doesNotContain("INSERT INTO access.role_grant");
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(WRITTEN_DOWN.matcher("  password: changeit").find()).isTrue();
        assertThat(WRITTEN_DOWN.matcher("  password: ${CUTSCORE_DB_PASSWORD:}").find()).isFalse();
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Words;
import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.OpenSession;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What an officer opens is on the owner's page, with the second, the duty and the office. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class LookUpsTests {
    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Test
    void everyOpeningOfADeclarationIsShownToItsOwnerAndToNobodyElse() throws IOException {
        var session = OpenSession.of("2086-2", exams, rosters, clock, folder);
        var cast = Cast.of(demo);
        clock.moveTo(session.opens());
        var sent =
                (Submission.Accepted)
                        declarations.submit(session.registered("IN", "look-up-key-1"));
        demo.openExaminee("looked-in", session.id(), "IN", new Words("己", "own"), cast.key);
        demo.openExaminee("looked-out", session.id(), "OUT", new Words("己", "own"), cast.key);
        var owner = signedIn("looked-in", cast);
        assertThat(owner.get("/me/views").body()).contains("还没有人看过");

        var reviewer = cast.signedIn(Role.REVIEWER, port);
        assertThat(reviewer.get("/province").statusCode()).isEqualTo(200);
        assertThat(owner.get("/me/views").body()).contains("还没有人看过");
        var path = "/province/declarations/" + sent.id();
        assertThat(reviewer.get(path).statusCode()).isEqualTo(200);
        assertThat(owner.get("/me/views").body())
                .contains("你的申报", "省级审核员", "四川省的省级考试机构")
                .doesNotContain("审核员甲");
        assertThat(signedIn("looked-out", cast).get("/me/views").body()).contains("还没有人看过");
        whatWasNotedStays();
    }

    private void whatWasNotedStays() {
        assertThatThrownBy(() -> sql.sql("DELETE FROM access.look_up").update())
                .isInstanceOf(DataAccessException.class);
    }

    private Visitor signedIn(String name, Cast cast) {
        var visitor = new Visitor(port);
        visitor.signIn(name, cast.key.password());
        return visitor;
    }
}

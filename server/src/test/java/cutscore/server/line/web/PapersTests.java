package cutscore.server.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.DeclaredList;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.RuleReader;
import cutscore.kernel.seal.Digest;
import cutscore.server.ModuleTest;
import cutscore.server.access.Visitor;
import cutscore.server.cycle.Played;
import cutscore.server.cycle.Replayed;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What can be taken away from the line desk and the workbench, and by whom. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class PapersTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final LocalDate EXAM_DAY = LocalDate.of(2023, 5, 27);

    @LocalServerPort int port;
    @Autowired ApplicationContext server;
    @Autowired Lines lines;

    private Visitor first;
    private Visitor second;

    @BeforeEach
    void twoAnalystsAreSignedIn() {
        var played = Played.once(server);
        first = signedIn(played, "analyst");
        second = signedIn(played, "analyst-2");
    }

    @Test
    void theFilesAreThoseThatWereProposedByteForByte() {
        String path = "/national/" + published().id();
        var dossier = first.get(path + "/dossier.json");
        assertThat(Digest.hex(dossier.body())).isEqualTo(published().dossierDigest());
        assertThat(first.get(path + "/pack.json").body()).contains("smallGroups");
        assertThat(first.get(path + "/areas.csv").body()).startsWith("division_code,");
        assertThat(first.get(path + "/declared.csv").body()).startsWith("admission_number\n");
        var pdf = first.get(path + "/dossier.pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "line-2023-1-");
        assertThat(first.get(path + "/dossier.xlsx").body()).startsWith("PK");
        assertThat(first.get(path).body())
                .contains("谁选定", "第二次测算", "不用除法", "/dossier.xlsx", "没有：各省申报都已结束");
    }

    @Test
    void whatIsVeiledOnThePageIsVeiledInEveryFile() {
        var proposed =
                first.post(
                        "/national/snapshots/" + published().snapshot() + "/proposals",
                        Map.of("key", "session", "shape", "uniform", "national", "45"));
        String path =
                proposed.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("^https?://[^/]+", "");
        for (String file :
                List.of(
                        "dossier.json",
                        "pack.json",
                        "areas.csv",
                        "declared.csv",
                        "dossier.pdf",
                        "dossier.xlsx")) {
            assertThat(first.get(path + "/" + file).statusCode()).as(file).isEqualTo(200);
            assertThat(second.get(path + "/" + file).statusCode()).as(file).isEqualTo(404);
        }
        second.post(path + "/computation", Map.of());
        assertThat(second.get(path + "/dossier.json").statusCode()).isEqualTo(200);
    }

    @Test
    void theDownloadedInputsDetermineTheSameKeys() throws IOException {
        String bench = "/national/workbench/" + published().snapshot();
        var rule = rule(first.get(bench + "/rule.json").body());
        var areas =
                AreaList.read(source(bench, "areas.csv"), Divisions.builtIn()).inForce(EXAM_DAY);
        var declared = DeclaredList.read(source(bench, "declared.csv"));
        var determination =
                new LineDetermination(rule, areas, declared::contains, Qualifications.builtIn());
        new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), EXAM_DAY)
                .read(source(bench, "roster.csv"), determination::add)
                .orRefuse();
        var made = determination.dossier(List.of(), Optional.empty()).toJson().get("keys");
        var stored = lines.dossier(published().id()).toJson().get("keys");
        assertThat(published().rule()).isEqualTo(rule);
        assertThat(made.canonical()).isEqualTo(stored.canonical());
    }

    @Test
    void beforeTheDataAreAgreedToThereIsNoFigure() {
        String scope = published().scope().word();
        var sealed = first.post("/national/snapshots", Map.of("session", "2023-1", "scope", scope));
        String location = sealed.headers().firstValue("Location").orElseThrow();
        String bench = "/national/workbench/" + location.substring(location.lastIndexOf('/') + 1);
        assertThat(second.get(bench).body()).contains("这里没有数字").doesNotContain("可行", "通过率", "余量");
        for (String page :
                List.of(
                        "/sensitivity",
                        "/lines.csv",
                        "/roster.csv",
                        "/counties.csv",
                        "/marks.csv",
                        "/areas.csv",
                        "/declared.csv",
                        "/rule.json")) {
            assertThat(second.get(bench + page).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void aScenarioFrozenTwiceByTwoClicksIsOne() {
        String bench = "/national/workbench/" + published().snapshot();
        var fields = Map.of("name", "两次点击", "sat", "all", "mark", "41");
        assertThat(first.post(bench + "/scenarios", fields).statusCode()).isEqualTo(302);
        assertThat(first.post(bench + "/scenarios", fields).statusCode()).isEqualTo(302);
        assertThat(first.get(bench).body().split("两次点击</a>", -1)).hasSize(2);
        var other = Map.of("name", "两次点击", "sat", "any", "mark", "41");
        assertThat(first.post(bench + "/scenarios", other).statusCode()).isEqualTo(422);
    }

    private LineState.Proposal published() {
        return lines.published(SESSION).getFirst().state().proposal();
    }

    private CsvSource source(String bench, String name) {
        return CsvSource.of(name, first.get(bench + "/" + name).body());
    }

    private static LineRule rule(String json) {
        return RuleReader.read("rule", json, LineRule.NATIONAL).rule();
    }

    private Visitor signedIn(Replayed played, String name) {
        var account =
                played.signIns().stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var visitor = new Visitor(port);
        visitor.signIn(account.name(), account.password());
        return visitor;
    }
}

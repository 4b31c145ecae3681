package cutscore.server.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Digest;
import cutscore.server.ModuleTest;
import cutscore.server.access.Visitor;
import cutscore.server.cycle.Played;
import cutscore.server.cycle.Replayed;
import cutscore.server.line.Lines;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.line.TypedTotals.Figure;
import cutscore.server.roster.Rosters;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Two analysts at their desks, without a script in the browser: from sealing to approval. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class LineDeskTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final String HEADROOM = "不用除法";

    @LocalServerPort int port;
    @Autowired ApplicationContext server;
    @Autowired Snapshots snapshots;
    @Autowired Lines lines;
    @Autowired Rosters rosters;

    private Visitor first;
    private Visitor second;

    @BeforeEach
    void twoAnalystsAreSignedIn() {
        var played = Played.once(server);
        first = signedIn(played, "analyst");
        second = signedIn(played, "analyst-2");
    }

    @Test
    void aLineGoesFromSealingToApproval() {
        String snapshot = seal();
        assertThat(first.get(snapshot).body()).contains(digestOfTheRoster());
        assertThat(second.get(snapshot).body())
                .doesNotContain(digestOfTheRoster())
                .contains("name=\"ROSTER_HEAD\"");

        Map<String, String> wrong = new HashMap<>(typed(snapshot));
        wrong.put(Figure.ROSTER_ROWS.name(), "2999");
        assertThat(second.post(snapshot + "/agreement", wrong).statusCode()).isEqualTo(302);
        assertThat(second.get(snapshot).body())
                .contains("还能录 4 次")
                .contains("id=\"ROSTER_ROWS-wrong\"")
                .contains("value=\"2999\"")
                .doesNotContain("id=\"HALF_POINTS-wrong\"");
        assertThat(first.post(snapshot + "/agreement", typed(snapshot)).statusCode())
                .isEqualTo(409);
        second.post(snapshot + "/agreement", typed(snapshot));
        assertThat(second.get(snapshot).body()).contains("已核对一致").contains(digestOfTheRoster());

        String proposal = propose(snapshot);
        assertThat(first.get(proposal).body()).contains(HEADROOM).doesNotContain("/computation");
        assertThat(second.get(proposal).body())
                .doesNotContain(HEADROOM)
                .contains("考试中心（虚构）定：通知第三条（虚构）")
                .contains("/computation")
                .doesNotContain("/approval");
        assertThat(second.post(proposal + "/approval", Map.of()).statusCode()).isEqualTo(422);
        assertThat(second.post(proposal + "/computation", Map.of()).statusCode()).isEqualTo(302);
        assertThat(second.get(proposal).body())
                .contains(HEADROOM)
                .contains("盲算结果一致")
                .contains("/approval");
        assertThat(first.post(proposal + "/approval", Map.of()).statusCode()).isEqualTo(409);
        assertThat(second.post(proposal + "/approval", Map.of()).statusCode()).isEqualTo(302);
        assertThat(first.get(proposal).body()).contains("已同意，等审核备案");
    }

    @Test
    void aBadRuleIsToldWithItsMendAndNothingIsProposed() {
        String snapshot =
                "/national/snapshots/"
                        + lines.published(SESSION).getFirst().state().proposal().snapshot();
        int before = lines.of(SESSION).size();
        var answer =
                first.post(
                        snapshot + "/proposals",
                        Map.of("key", "session", "shape", "perSubject", "national", "45"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("科目数不同").contains("level 或 qualification");
        var halfBasis = first.post(snapshot + "/proposals", Map.of("by-pool", "考试中心"));
        assertThat(halfBasis.statusCode()).isEqualTo(422);
        assertThat(lines.of(SESSION)).hasSize(before);
    }

    @Test
    void aLinkFillsTheFormInBeforehand() {
        String snapshot =
                "/national/snapshots/"
                        + lines.published(SESSION).getFirst().state().proposal().snapshot();
        assertThat(
                        first.get(
                                        snapshot
                                                + "/proposals/new?shape=totalAndFloor&floor=30&pool=both")
                                .body())
                .contains("<option value=\"totalAndFloor\" selected>")
                .contains("<option value=\"both\" selected>")
                .contains("value=\"30\"");
    }

    @Test
    void aProvinceThatIsNotInIsToldByNameBeforeAndAtTheSealing() {
        String ask = "/national/snapshots/new?session=2023-1&scope=nationwide";
        assertThat(first.get(ask).body())
                .contains("name=\"why-630000\"")
                .contains("没有公布申报时间")
                .doesNotContain("name=\"why-510000\"");
        var refused =
                first.post(
                        "/national/snapshots",
                        Map.of("session", "2023-1", "scope", "nationwide", "why-630000", "延期（虚构）"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("西藏自治区").doesNotContain("青海省");
        var shortReason =
                first.post(
                        "/national/snapshots",
                        Map.of("session", "2023-1", "scope", "nationwide", "why-630000", "无"));
        assertThat(shortReason.statusCode()).isEqualTo(422);
    }

    private String seal() {
        var scope = lines.published(SESSION).getFirst().state().proposal().scope().word();
        var page = first.get("/national/snapshots/new?session=2023-1&scope=" + scope);
        assertThat(page.body()).contains("四川省").contains("申报已结束");
        var sealed = first.post("/national/snapshots", Map.of("session", "2023-1", "scope", scope));
        return path(sealed.headers().firstValue("Location").orElseThrow());
    }

    private String propose(String snapshot) {
        assertThat(first.get(snapshot + "/proposals/new").statusCode()).isEqualTo(200);
        var proposed =
                first.post(
                        snapshot + "/proposals",
                        Map.of(
                                "key", "level",
                                "shape", "uniform",
                                "national", "45",
                                "by-pool", "考试中心（虚构）",
                                "why-pool", "通知第三条（虚构）"));
        return path(proposed.headers().firstValue("Location").orElseThrow());
    }

    /** Counted from the files, as the second person does it. */
    private Map<String, String> typed(String path) {
        var id = new SnapshotId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        byte[] areas = snapshots.areasCsv(id);
        byte[] declared = snapshots.declaredCsv(id);
        assertThat(second.get(path + "/areas.csv").body())
                .isEqualTo(new String(areas, StandardCharsets.UTF_8));
        var totals = rosters.confirmed(SESSION).orElseThrow().totals();
        return Map.of(
                Figure.ROSTER_ROWS.name(), "" + totals.rows(),
                Figure.HALF_POINTS.name(), "" + totals.halfPoints(),
                Figure.AREA_ROWS.name(), "" + rows(areas),
                Figure.DECLARED_ROWS.name(), "" + rows(declared),
                Figure.ROSTER_HEAD.name(),
                        digestOfTheRoster().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                Figure.AREAS_HEAD.name(), Digest.hex(areas).substring(0, 8),
                Figure.DECLARED_HEAD.name(), Digest.hex(declared).substring(0, 12));
    }

    private String digestOfTheRoster() {
        return rosters.confirmed(SESSION).orElseThrow().sha256();
    }

    private static long rows(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
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

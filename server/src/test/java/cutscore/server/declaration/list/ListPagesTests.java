package cutscore.server.declaration.list;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.declaration.BigProvince;
import cutscore.server.declaration.OpenSession;
import cutscore.server.exam.Exams;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The list over HTTP, without a script: filters, views, columns, its twin in JSON. */
@ModuleTest
@TestPropertySource(properties = "test.room=lists")
class ListPagesTests {
    private static final String LIST = "session=2037-1&stage=REJECTED";
    private static final String API = "/api/v1/province/declarations?";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Pattern REMOVAL = Pattern.compile("/province/views/[0-9a-f-]{36}/removal");
    private static final Pattern CASE =
            Pattern.compile("/province/declarations/[0-9a-f-]{36}\\?list=[^\"]+");

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Exams exams;
    @Autowired JdbcClient sql;

    private Visitor reviewer;
    private Visitor elsewhere;

    @BeforeEach
    void aBigProvinceAndTwoReviewers() {
        BigProvince.make(sql);
        exams.open(
                BigProvince.SESSION,
                LocalDate.of(2037, 5, 26),
                List.of("软件设计师", "网络工程师"),
                OpenSession.officer(Role.PUBLISHER, null));
        reviewer = signedIn("reviewer");
        elsewhere = signedIn("reviewer-elsewhere");
    }

    @Test
    void whatCannotBeReadIsToldAndStaysTyped() {
        var answer = reviewer.get("/province?" + LIST + "&from=30.2.2037&receipt=SB-!!");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("请写成 2023-08-22")
                .contains("value=\"30.2.2037\"")
                .contains("value=\"SB-!!\"")
                .contains("href=\"#from\"");
        assertThat(reviewer.get("/province?" + LIST + "&after=no-id").statusCode()).isEqualTo(200);
    }

    @Test
    void theTwinLeadsOnByItsLinkUntilTheEnd() {
        String path = API + LIST + "&limit=500";
        int rows = 0;
        int pages = 0;
        while (!path.isEmpty()) {
            var answer = reviewer.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            rows += answer.body().split("\"receipt\"", -1).length - 1;
            pages++;
            path = next(answer);
        }
        assertThat(rows).isEqualTo(5000);
        assertThat(pages).isEqualTo(10);
        assertThat(reviewer.get(API + LIST + "&name=x").statusCode()).isEqualTo(400);
        assertThat(reviewer.get(API + LIST + "&limit=501").statusCode()).isEqualTo(400);
        assertThat(reviewer.get(API + LIST + "&from=x").statusCode()).isEqualTo(422);
        assertThat(elsewhere.get(API + LIST).body()).doesNotContain("\"receipt\"");
    }

    private static String next(HttpResponse<String> answer) {
        var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? link.group(1) : "";
    }

    @Test
    void twentyViewsAreKeptAndNobodyTouchesThemButTheirOwner() {
        for (int i = 1; i <= 20; i++) {
            assertThat(save("视图" + i).statusCode()).isEqualTo(302);
        }
        assertThat(save("视图21").statusCode()).as("a twenty-first").isEqualTo(422);
        assertThat(save("视图20").statusCode()).as("the same name again").isEqualTo(302);
        var mine = reviewer.get("/province?" + LIST).body();
        assertThat(mine).contains("视图20").doesNotContain("视图21");
        assertThat(elsewhere.get("/province?" + LIST).body()).doesNotContain("视图1");
        var removal = REMOVAL.matcher(mine);
        assertThat(removal.find()).isTrue();
        elsewhere.post(removal.group(), Map.of("list", LIST));
        assertThat(reviewer.get("/province?" + LIST).body()).contains(removal.group());
        reviewer.post(removal.group(), Map.of("list", LIST));
        assertThat(reviewer.get("/province?" + LIST).body()).doesNotContain(removal.group());
    }

    private HttpResponse<String> save(String name) {
        return reviewer.post("/province/views", Map.of("name", name, "list", LIST));
    }

    @Test
    void columnsAreKeptAndTheWayBackIsTheListItself() {
        var kept =
                reviewer.post(
                        "/province/columns",
                        Map.of("column", "STAGE", "list", LIST + "&order=newest"));
        assertThat(kept.headers().firstValue("Location").orElse(""))
                .endsWith("/province?session=2037-1&stage=REJECTED&order=newest");
        var page = reviewer.get("/province?" + LIST).body();
        assertThat(page)
                .contains("<th scope=\"col\">状态</th>")
                .doesNotContain("<th scope=\"col\">到达（北京时间）</th>");
        var open = CASE.matcher(page);
        assertThat(open.find()).isTrue();
        assertThat(reviewer.get(open.group().replace("&amp;", "&")).body())
                .contains("/province?session=2037-1&amp;stage=REJECTED#d-");
    }

    @Test
    void darkAndCloseRowsAreTheBrowsersAndHoldNothingPersonal() {
        var page = reviewer.get("/province?" + LIST + "&scheme=dark&rows=compact");
        assertThat(page.body()).contains("class=\"staff dark compact\"");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("face=dark.compact;"));
        assertThat(reviewer.get("/province?" + LIST).body())
                .contains("class=\"staff dark compact\"");
        assertThat(reviewer.get("/areas").body()).contains("class=\"public\"");
    }

    @Test
    void aLeadGivesWhatIsTickedOrTheWholeFilterToOneOfTheOwnProvince() {
        var lead = signedIn("lead");
        var taker = BigProvince.person(demo, "reviewer-2").id();
        var filter = "session=2037-1&stage=RETURNED&place=513401";
        var rows = lead.get("/province?" + filter).body();
        var one = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"").matcher(rows);
        assertThat(one.find()).isTrue();
        assertThat(given(lead, Map.of("list", filter, "officer", "" + taker)).statusCode())
                .as("nothing was ticked")
                .isEqualTo(422);
        var ticked = Map.of("list", filter, "officer", "" + taker, "id", one.group(1));
        assertThat(given(lead, ticked).statusCode()).isEqualTo(302);
        assertThat(held(lead, taker)).isEqualTo(1);
        var stranger = BigProvince.person(demo, "reviewer-elsewhere").id();
        var abroad = Map.of("list", filter, "officer", "" + stranger, "which", "all");
        assertThat(given(lead, abroad).statusCode()).isEqualTo(403);
        var all = Map.of("list", filter, "officer", "" + taker, "which", "all");
        assertThat(given(lead, all).statusCode()).isEqualTo(302);
        assertThat(held(lead, taker)).isEqualTo(5000);
        var everything = Map.of("list", "session=2037-1&stage=ALL", "officer", "" + taker);
        var tooMany = new HashMap<>(everything);
        tooMany.put("which", "all");
        assertThat(given(lead, tooMany).statusCode()).as("over 5,000").isEqualTo(422);
    }

    private static HttpResponse<String> given(Visitor lead, Map<String, String> form) {
        return lead.post("/province/assignment", form);
    }

    private static int held(Visitor lead, UUID officer) {
        var says = Pattern.compile("共 <b class=\"number\">([0-9]+)</b>");
        var list = "/province?session=2037-1&stage=RETURNED&place=513401&holder=" + officer;
        var counted = says.matcher(lead.get(list).body());
        return counted.find() ? Integer.parseInt(counted.group(1)) : -1;
    }

    private Visitor signedIn(String name) {
        var account = BigProvince.person(demo, name);
        var visitor = new Visitor(port);
        visitor.signIn(account.signInName(), account.password());
        return visitor;
    }
}

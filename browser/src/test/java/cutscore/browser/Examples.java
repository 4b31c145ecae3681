package cutscore.browser;

import static java.util.Map.entry;

import com.microsoft.playwright.Page;
import cutscore.browser.Rows.Row;
import cutscore.server.cycle.Replayed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How each page of the authorisation document is reached on the running site: the one place to add
 * a line when a page is added whose address has a variable, or that needs a step before it.
 *
 * <p>A page without either needs no line: somebody with its first role goes there.
 */
final class Examples {
    private static final List<String> FILES =
            List.of(
                    ".atom", ".css", ".csv", ".ics", ".js", ".js}", ".json", ".pdf", ".png", ".svg",
                    ".xlsx");

    /** How a row is looked at, or why it is not. */
    sealed interface Example {}

    /**
     * A page.
     *
     * @param who a name of {@link #person}; empty for nobody
     * @param way takes the steps before it and tells its address
     */
    record Looked(String who, Function<Page, String> way) implements Example {}

    /** A file or an answer for a program: nothing to look at. */
    record NoPage() implements Example {}

    /**
     * A page that only a longer walk reaches.
     *
     * @param walk the test that looks at it, or why nothing can
     */
    record Elsewhere(String walk) implements Example {}

    private static final Map<String, Example> LISTED = listed();

    private Examples() {}

    private static Map<String, Example> listed() {
        var all = new HashMap<String, Example>();
        all.putAll(programs());
        all.putAll(longerWalks());
        all.putAll(ofEverybody());
        all.putAll(ofExaminees());
        all.putAll(ofProvinces());
        all.putAll(ofAnalysts());
        return Map.copyOf(all);
    }

    private static Map<String, Example> programs() {
        var program = new NoPage();
        return Map.of(
                "/ledger/checkpoint", program,
                "/ledger/key", program,
                "/ledger/tile/**", program,
                "/api/v1/verify", program,
                "/api/v1/province/declarations", program,
                "/me/files/{id}", program,
                "/me/files/uploads/{id}", program,
                "/province/bench/held", program);
    }

    private static Map<String, Example> longerWalks() {
        return Map.of(
                "/national/publications/{line}",
                new Elsewhere("a line must have been filed and not published"),
                "/sign-in/whose",
                new Elsewhere("a code must have reached a telephone"),
                "/stop/{token:[A-Za-z0-9_-]{32}}",
                new Elsewhere("the token stands in a mail"),
                "/sign-in/factor",
                new Elsewhere("StaffWalkTests"),
                "/me/security/app",
                new Elsewhere("StaffWalkTests"),
                "/me/security/recovery",
                new Elsewhere("StaffWalkTests"),
                "/national/rosters/uploads/{id}",
                new Elsewhere("RosterWalkTests"),
                "/national/workbench/{id}/comparison",
                new Elsewhere("WorkbenchWalkTests"));
    }

    private static Map<String, Example> ofEverybody() {
        return Map.of(
                "/announcements/{number:[0-9]{4}-[12]-[0-9]{2,4}}",
                at("", "/announcements/2023-1-01"),
                "/windows/{session:20[0-9]{2}-[12]}/{province:[1-9][0-9]0000}",
                at("", "/windows/2023-1/510000"),
                "/windows/round/{circular}",
                linked("", "/windows", "main a[href^='/windows/round/']", ""),
                "/sign-in/code/enter",
                new Looked("", Examples::askedForACode),
                "/register/code",
                new Looked("", Registering::begun));
    }

    private static Map<String, Example> ofExaminees() {
        return Map.ofEntries(
                entry("/me/declare", at("declares", "/me/declare")),
                entry("/me/declare/you", drafted("/me/declare/you")),
                entry("/me/declare/ground", drafted("/me/declare/ground")),
                entry("/me/declare/place", drafted("/me/declare/place")),
                entry("/me/declare/evidence", drafted("/me/declare/evidence")),
                entry("/me/declare/check", drafted("/me/declare/check")),
                entry("/me/appeal", at("rejected", "/me/appeal")),
                entry(
                        "/me/account/contact/code",
                        new Looked("declares", Registering::anotherContact)));
    }

    private static Map<String, Example> ofProvinces() {
        String all = "/province?stage=ALL";
        String one = "main a[href^='/province/declarations/']";
        return Map.ofEntries(
                entry("/province/declarations/{id}", linked("reviewer", all, one, "")),
                entry("/province/declarations/{id}/sheet", linked("reviewer", all, one, "/sheet")),
                entry("/province/counter/{id}", new Looked("reviewer", CounterWalkTests::aCase)),
                entry("/province/corrections/{id}", new Looked("lead", AfterWalkTests::aDispute)),
                entry(
                        "/province/circulars/{id}",
                        linked(
                                "lead",
                                "/province/circulars",
                                "main a[href^='/province/circulars/']",
                                "")),
                entry(
                        "/national/batches/{batch}",
                        linked(
                                "reviewer",
                                "/national/batches",
                                "main a[href^='/national/batches/']",
                                "")),
                entry(
                        "/officers/{officer}",
                        linked("system", "/officers", "main a[href^='/officers/']", "")));
    }

    private static Map<String, Example> ofAnalysts() {
        String bench = "/national/workbench/" + Site.running().snapshot();
        String sealed = "/national/snapshots/" + Site.running().snapshot();
        String published = "tbody tr:has-text('已公布') th a";
        return Map.ofEntries(
                entry("/national/{id}", linked("analyst", "/national", published, "")),
                entry(
                        "/national/sessions/new",
                        at("publisher", "/national/sessions/new?year=2027&half=1")),
                entry(
                        "/national/{id}/explain",
                        linked("analyst", "/national", published, "/explain")),
                entry(
                        "/national/{id}/changes",
                        linked("analyst", "/national", published, "/changes")),
                entry(
                        "/national/rosters/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"
                                + "-[0-9a-f]{12}}",
                        linked(
                                "analyst",
                                "/national/rosters",
                                "main a[href*='/national/rosters/']:not([href*=upload])"
                                        + ":not([href*=template])",
                                "")),
                entry("/national/snapshots/{id}", at("analyst", sealed)),
                entry(
                        "/national/snapshots/new",
                        at("analyst", "/national/snapshots/new?session=2023-1&scope=nationwide")),
                entry(
                        "/national/snapshots/{snapshot}/proposals/new",
                        at("analyst", sealed + "/proposals/new")),
                entry("/national/workbench/{id}", at("analyst", bench)),
                entry(
                        "/national/workbench/{id}/sensitivity",
                        at("analyst", bench + "/sensitivity")));
    }

    /** Empty when the row needs a line here. */
    static Optional<Example> of(Row row) {
        var listed = Optional.ofNullable(LISTED.get(row.path()));
        if (listed.isPresent()) {
            return listed;
        }
        if (FILES.stream().anyMatch(row.path()::endsWith) || row.path().endsWith("/file")) {
            return Optional.of(new NoPage());
        }
        if (row.path().contains("/evidence/{file}") || row.path().contains("/files/{file}")) {
            return Optional.of(new NoPage());
        }
        return row.path().contains("{")
                ? Optional.empty()
                : Optional.of(at(holder(row.who()), row.path()));
    }

    /** Somebody of the played cast, or new for these pages alone. */
    static Replayed.SignIn person(String who) {
        return who.equals("declares") ? People.mayDeclareToWork() : Site.running().signIn(who);
    }

    private static String holder(String who) {
        return switch (who.split(", ")[0]) {
            case "anybody" -> "";
            case "everybody signed in", "REVIEWER" -> "reviewer";
            case "EXAMINEE" -> "awarded";
            case "REVIEW_LEAD" -> "lead";
            case "ANALYST" -> "analyst";
            case "PUBLISHER" -> "publisher";
            case "CLEARING_OFFICER" -> "clearing";
            case "INTEGRITY_OFFICER" -> "integrity";
            case "AUDITOR" -> "auditor";
            case "SYSTEM_ADMIN" -> "system";
            case "SECURITY_ADMIN" -> "security";
            case "AUDIT_ADMIN" -> "audit-admin";
            default -> throw new IllegalStateException("nobody of the played cast is " + who);
        };
    }

    private static Looked at(String who, String path) {
        return new Looked(who, _ -> path);
    }

    /** What a page leads to: its first link of that kind, and what comes behind that. */
    private static Looked linked(String who, String from, String link, String behind) {
        return new Looked(
                who,
                page -> {
                    page.navigate(Site.address(from));
                    String leads = page.locator(link).first().getAttribute("href");
                    return leads.split("\\?")[0] + behind;
                });
    }

    private static Looked drafted(String path) {
        return new Looked(
                "declares",
                page -> {
                    page.navigate(Site.address("/me/declare"));
                    if (page.locator("form[data-begin] button").count() > 0) {
                        DeclareWalkTests.begin(page);
                        DeclareWalkTests.groundAndPlace(page);
                        DeclareWalkTests.sendPlace(page);
                        Chromium.send(
                                page, page.locator("form[action='/me/declare/evidence'] button"));
                    }
                    return path;
                });
    }

    private static String askedForACode(Page page) {
        page.navigate(Site.address("/sign-in/code"));
        page.locator("#contact").fill("13800000001");
        Chromium.send(page, page.locator("main form button"));
        return Site.path(page.url());
    }
}

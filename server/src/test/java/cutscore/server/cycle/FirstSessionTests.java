package cutscore.server.cycle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.merkle.Fsck;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.VerifierKey;
import cutscore.kernel.time.Beijing;
import cutscore.server.ModuleTest;
import cutscore.server.access.FirstAdministrators;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * From an empty database to a certificate that is checked and annulled, by people in browsers
 * alone: ten officers with authenticator apps and one examinee, each only sending forms that a page
 * showed. As in production a second factor is required, cookies are those of https and the ledger
 * is published in the background. Not as in production: the business clock is moved by the test, or
 * the window could not close, and so keys and numbers are drawn from a seed.
 */
@ModuleTest
@TestPropertySource(
        properties = {
            "test.room=first-session",
            "cutscore.access.second-factor=true",
            "cutscore.access.secure=true",
            "cutscore.ledger.background=true"
        })
class FirstSessionTests {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @LocalServerPort int port;
    @Autowired FirstAdministrators first;
    @Autowired Officers officers;
    @Autowired Exams exams;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;

    private final Map<Role, List<Clerk>> staff = new EnumMap<>(Role.class);

    @Test
    void peopleWalkFromAnEmptyDatabaseToAVoidCertificate() throws IOException {
        assertThat(officers.all()).isEmpty();
        assertThat(exams.sessions()).isEmpty();
        clock.moveTo(at(22, 8));
        officersAreGivenTheirRoles();
        aSessionIsOpened();
        theWindowIsAnnounced(theCircularComesIntoForce());
        theRosterIsConfirmed();
        clock.moveTo(at(22, 10));
        var examinee = somebodyDeclares();
        clock.moveTo(at(23, 10));
        theDeclarationIsApproved();
        clock.moveTo(Beijing.at(2023, 9, 10, 9, 0).toInstant());
        theLineIsPublished(theLineIsFiled(theSnapshotIsAgreed()));
        clock.moveTo(Beijing.at(2023, 10, 10, 9, 0).toInstant());
        theCertificateIsIssued();
        var anybody = Clerk.stranger("anybody", port);
        String number = examinee.found("/me", "/verify\\?number=([0-9A-Z]+)\"");
        assertThat(examinee.browser.bytes("/me/certificate.pdf"))
                .startsWith("%PDF".getBytes(US_ASCII));
        assertThat(verdict(anybody, number, "513326")).isEqualTo("valid-here");
        assertThat(verdict(anybody, number, "510107")).isEqualTo("not-valid-here");
        assertThat(anybody.see("/verify?number=" + number + "&at=513326")).contains("在此有效");
        theCertificateIsAnnulled(number);
        assertThat(verdict(anybody, number, "513326")).isEqualTo("void");
        theLedgerIsSound(anybody, examinee);
    }

    private void officersAreGivenTheirRoles() {
        var codes =
                first.offer().stream()
                        .collect(
                                Collectors.toMap(
                                        FirstAdministrators.Code::role,
                                        FirstAdministrators.Code::code));
        var system =
                Clerk.founded("first.system", requireNonNull(codes.get(Role.SYSTEM_ADMIN)), port);
        var security =
                Clerk.founded(
                        "first.security", requireNonNull(codes.get(Role.SECURITY_ADMIN)), port);
        for (Role role :
                List.of(
                        Role.PUBLISHER,
                        Role.PUBLISHER,
                        Role.ANALYST,
                        Role.ANALYST,
                        Role.REVIEWER,
                        Role.REVIEW_LEAD,
                        Role.CLEARING_OFFICER,
                        Role.INTEGRITY_OFFICER,
                        Role.INTEGRITY_OFFICER)) {
            staff.computeIfAbsent(role, _ -> new ArrayList<>())
                    .add(account(role, system, security));
        }
        assertThat(first.areComplete()).isTrue();
    }

    /** One administrator opens the account and proposes the role, the other confirms it. */
    private Clerk account(Role role, Clerk system, Clerk security) {
        String name = "clerk" + officers.all().size();
        String page =
                system.send(
                        "/officers",
                        Map.of(
                                "signInName",
                                name,
                                "name",
                                "职员" + name,
                                "province",
                                role.isProvincial() ? "510000" : ""));
        String code = system.found(page, "<b class=\"mono\">([0-9a-z-]{27})</b>");
        system.send(
                "/officers/grants",
                Map.of("officer", page.substring("/officers/".length()), "role", role.name()));
        security.send(security.form("/officers", "/officers/grants/" + UUID), Map.of());
        return Clerk.opened(name, code, port);
    }

    private void aSessionIsOpened() {
        String list = "/national/sessions";
        assertThat(publisher(0).found("/desk", "href=\"(" + list + ")\"")).isEqualTo(list);
        assertThat(publisher(0).see(list + "/new?year=2023&half=1")).contains("有记录：本次开考");
        publisher(0)
                .send(
                        list,
                        Map.of(
                                "year", "2023",
                                "half", "1",
                                "firstDay", "2023-05-27",
                                "offered", "软件设计师"));
        publisher(1).send(publisher(1).form(list, list + "/proposals/" + UUID), Map.of());
        assertThat(exams.find(new SessionId("2023-1"))).isPresent();
    }

    /** Returns its page. */
    private String theCircularComesIntoForce() throws IOException {
        String page = publisher(0).send("/province/circulars", Map.of("text", Played.circular()));
        String doubt = publisher(0).found(page, "name=\"accepted\" value=\"([0-9]{6})\"");
        publisher(0).send(page + "/confirmation", Map.of("accepted", doubt));
        publisher(1).send(publisher(1).form(page, page + "/agreement"), Map.of());
        return page;
    }

    /** By the link on the circular's page, which brings everything along. */
    private void theWindowIsAnnounced(String circular) {
        String link = publisher(0).found(circular, "href=\"(/province/windows[^\"]+)\"");
        String filled = link.replace("&amp;", "&");
        var fields = new HashMap<String, String>();
        for (String pair : filled.substring(filled.indexOf('?') + 1).split("&")) {
            fields.put(pair.split("=")[0], pair.split("=")[1]);
        }
        assertThat(fields).containsEntry("opens", "2023-08-22T09:00");
        assertThat(publisher(0).see(filled)).contains("value=\"2023-08-22T09:00\"");
        fields.putAll(Map.of("round", "ORDINARY", "grace", "0", "trail", "0"));
        publisher(0).send("/province/windows", fields);
        publisher(1)
                .send(
                        publisher(1)
                                .form("/province/windows", "/province/windows/proposals/" + UUID),
                        Map.of());
    }

    private void theRosterIsConfirmed() {
        var sent =
                analyst(0)
                        .browser
                        .upload(
                                "/national/rosters",
                                Map.of("session", "2023-1"),
                                "roster.csv",
                                SmallRoster.CSV.getBytes(StandardCharsets.UTF_8));
        String upload = Clerk.where(sent);
        analyst(0).send(analyst(0).waitFor(upload, "action=\"(" + upload + "/import)\""), Map.of());
        String roster = analyst(0).waitFor(upload, "href=\"(/national/rosters/" + UUID + ")\"");
        analyst(1)
                .send(
                        roster + "/confirmation",
                        Map.of(
                                "sha256",
                                digest(SmallRoster.CSV),
                                "rows",
                                "11",
                                "halfPoints",
                                "" + SmallRoster.HALF_POINTS));
    }

    private Clerk somebodyDeclares() {
        var examinee = Clerk.stranger("inone", port);
        assertThat(examinee.see("/register")).contains("2023年上半年");
        examinee.send(
                "/register",
                Map.of(
                        "session", "2023-1",
                        "admissionNumber", "IN-1",
                        "identityNumber", SmallRoster.identity(100),
                        "personName", "虚构IN-1",
                        "signInName", "inone",
                        "password", Clerk.PASSWORD));
        assertThat(examinee.send("/me/declare", Map.of())).isEqualTo("/me/declare/you");
        assertThat(examinee.send("/me/declare/you", Map.of())).isEqualTo("/me/declare/evidence");
        assertThat(examinee.send("/me/declare/evidence", Map.of())).isEqualTo("/me/declare/check");
        assertThat(examinee.send("/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        return examinee;
    }

    private void theDeclarationIsApproved() {
        var reviewer = clerk(Role.REVIEWER, 0);
        String one =
                reviewer.found(
                        "/province?session=2023-1", "href=\"(/province/declarations/" + UUID + ")");
        assertThat(reviewer.see(one)).contains("虚构IN-1");
        reviewer.send(one, Map.of("verdict", "approve", "clause", "四(一)"));
    }

    /** Returns its page. */
    private String theSnapshotIsAgreed() {
        String list = "/national/snapshots";
        String scope = analyst(0).found(list, "<option value=\"(" + UUID + ")\"");
        var which = Map.of("session", "2023-1", "scope", scope);
        assertThat(analyst(0).see(list + "/new?session=2023-1&scope=" + scope)).contains("申报已结束");
        String page = analyst(0).send(list, which);
        String areas = analyst(1).see(page + "/areas.csv");
        String declared = analyst(1).see(page + "/declared.csv");
        assertThat(declared.lines().skip(1)).containsExactly("IN-1");
        analyst(1)
                .send(
                        page + "/agreement",
                        Map.of(
                                "ROSTER_ROWS",
                                "11",
                                "HALF_POINTS",
                                "" + SmallRoster.HALF_POINTS,
                                "AREA_ROWS",
                                "" + (areas.lines().count() - 1),
                                "DECLARED_ROWS",
                                "1",
                                "ROSTER_HEAD",
                                digest(SmallRoster.CSV).substring(0, 8),
                                "AREAS_HEAD",
                                digest(areas).substring(0, 8),
                                "DECLARED_HEAD",
                                digest(declared).substring(0, 8)));
        assertThat(analyst(1).see(page)).contains("已核对一致");
        return page;
    }

    /** Returns the page of the proposal. */
    private String theLineIsFiled(String snapshot) {
        assertThat(analyst(0).see(snapshot + "/proposals/new")).contains("name=\"shape\"");
        String page =
                analyst(0)
                        .send(
                                snapshot + "/proposals",
                                Map.of("key", "level", "shape", "uniform", "national", "45"));
        analyst(1).send(analyst(1).form(page, page + "/computation"), Map.of());
        analyst(1).send(analyst(1).form(page, page + "/approval"), Map.of());
        var clearing = clerk(Role.CLEARING_OFFICER, 0);
        clearing.send(
                clearing.form(page, page + "/filing"),
                Map.of("number", "备案〔2023〕1号", "on", "2023-09-10"));
        var dossier = Json.parseObject(clearing.see(page + "/dossier.json"));
        var key = (Json.Obj) dossier.array("keys").getFirst();
        assertThat(key.text("outcome")).isEqualTo("separate-line");
        assertThat(key.text("mark")).isEqualTo("41");
        return page;
    }

    private void theLineIsPublished(String proposal) {
        String list = "/national/publications";
        String page = publisher(0).found(list, "href=\"(" + list + "/" + UUID + ")\"");
        assertThat(page).endsWith(proposal.substring(proposal.lastIndexOf('/')));
        publisher(0).send(publisher(0).form(page, page), Map.of());
        String proposed = publisher(1).found(page, "name=\"proposed\" value=\"(" + UUID + ")\"");
        publisher(1).send(page + "/confirmation", Map.of("proposed", proposed));
        assertThat(Clerk.stranger("anybody", port).see("/announcements/2023-1-01")).contains("41");
    }

    /**
     * An analyst determines who is awarded what; the province prepares the batch and approves it.
     */
    private void theCertificateIsIssued() {
        String list = "/national/batches";
        analyst(0)
                .send(analyst(0).form(list, list + "/determination"), Map.of("session", "2023-1"));
        var reviewer = clerk(Role.REVIEWER, 0);
        String batch = reviewer.send(reviewer.form(list, list), Map.of("session", "2023-1"));
        var lead = clerk(Role.REVIEW_LEAD, 0);
        assertThat(lead.found(list, "href=\"(" + batch + ")\"")).isEqualTo(batch);
        lead.send(lead.form(batch, batch + "/approval"), Map.of());
        lead.waitFor(batch, "(已发放)");
    }

    private void theCertificateIsAnnulled(String number) {
        var first = clerk(Role.INTEGRITY_OFFICER, 0);
        first.send(
                "/integrity",
                Map.of(
                        "number", "处理〔2023〕1号",
                        "certificate", number,
                        "article", "ARTICLE_10",
                        "ground", "FALSE_EVIDENCE",
                        "decidedOn", "2023-10-10"));
        var second = clerk(Role.INTEGRITY_OFFICER, 1);
        second.send(second.form("/integrity", "/integrity/" + UUID), Map.of());
    }

    private static String verdict(Clerk anybody, String number, String place) {
        return Json.parseObject(anybody.see("/api/v1/verify?number=" + number + "&at=" + place))
                .text("verdict");
    }

    /** What anybody gets, and every byte of the ledger is checked. */
    private void theLedgerIsSound(Clerk anybody, Clerk examinee) {
        anybody.waitFor("/ledger/checkpoint", "\n(" + ledger.size() + ")\n");
        var key = VerifierKey.parse(anybody.see("/ledger/key").strip());
        LedgerSource source =
                new LedgerSource() {
                    @Override
                    public Optional<byte[]> read(String path) {
                        return anybody.browser.get("/ledger/" + path).statusCode() == 200
                                ? Optional.of(anybody.browser.bytes("/ledger/" + path))
                                : Optional.empty();
                    }

                    @Override
                    public String name() {
                        return "http";
                    }
                };
        assertThat(new Fsck(source, key).check().findings()).isEmpty();
        var receipt = examinee.see("/me/receipt.json").getBytes(StandardCharsets.UTF_8);
        assertThat(ReceiptCheck.check(ReceiptProof.parse(receipt), key).declared()).isPresent();
    }

    private Clerk publisher(int which) {
        return clerk(Role.PUBLISHER, which);
    }

    private Clerk analyst(int which) {
        return clerk(Role.ANALYST, which);
    }

    private Clerk clerk(Role role, int which) {
        return requireNonNull(staff.get(role)).get(which);
    }

    private static Instant at(int day, int hour) {
        return Beijing.at(2023, 8, day, hour, 0).toInstant();
    }

    private static String digest(String text) {
        return Digest.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}

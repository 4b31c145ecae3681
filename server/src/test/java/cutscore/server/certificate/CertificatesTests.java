package cutscore.server.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.OfflineVerdict;
import cutscore.kernel.seal.Place;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.time.Period;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.integrity.DecisionLetter;
import cutscore.server.verification.Verifications;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@ModuleTest
class CertificatesTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode DAOFU = new DivisionCode("513326");
    private static final DivisionCode WUHOU = new DivisionCode("510107");
    private static final Qualification MANAGER =
            Qualifications.builtIn().find("信息系统项目管理师").orElseThrow();
    private static final Officer ANALYST = officer(Role.ANALYST, Optional.empty());
    private static final Officer REVIEWER = officer(Role.REVIEWER, Optional.of(SICHUAN));
    private static final Officer LEAD = officer(Role.REVIEW_LEAD, Optional.of(SICHUAN));

    @Autowired private Awards awards;
    @Autowired private Certificates certificates;
    @Autowired private IssuingWork work;
    @Autowired private Verifications verifications;
    @Autowired private InstantSource clock;
    @Autowired private JdbcClient sql;

    @Test
    void fromTheAwardToTheVerdict() throws Exception {
        var session = new SessionId("2031-1");
        var facts = List.of(declarant(session, "甲一", "扎西·样本", 42), below(session, "甲二"));
        var determined = determine(session, facts);
        assertThat(determined.outcomes())
                .containsEntry(AwardOutcome.AWARDED, 1L)
                .containsEntry(AwardOutcome.BELOW_LINE, 1L);
        var number = issueAll(session).getFirst();

        var pdf = certificates.pdf(number).orElseThrow();
        Files.write(Path.of("target/certificate.pdf"), pdf);
        assertThat(tokenIn(pdf)).isEqualTo(qrOf(pdf));
        assertThat(isPdfA2u(pdf)).isTrue();
        var bundle = certificates.trustBundle(clock.instant());
        var offline = new OfflineVerdict(bundle, clock.instant());
        for (var place : List.of(DAOFU, WUHOU)) {
            var online = ask(number.value(), place, Optional.empty());
            assertThat(offline.of(tokenIn(pdf), Place.county(place), day()).kind())
                    .isEqualTo(online.kind());
            assertThat(ask(tokenIn(pdf), place, Optional.empty()).kind()).isEqualTo(online.kind());
        }
        assertThat(ask(number.printed(), DAOFU, Optional.of("扎西•样本")).kind())
                .isEqualTo(Verdict.Kind.VALID_HERE);
        assertThat(ask(number.printed(), DAOFU, Optional.of("别人")).kind())
                .isEqualTo(Verdict.Kind.CANNOT_CONFIRM);
        assertThat(ask(number.value(), WUHOU, Optional.empty()).kind())
                .isEqualTo(Verdict.Kind.NOT_VALID_HERE);

        certificates.annul(letter(number));
        assertThat(ask(number.value(), DAOFU, Optional.empty()).kind())
                .isEqualTo(Verdict.Kind.VOID);
        assertThat(certificates.live(session)).isEmpty();
        assertThat(certificates.trustBundle(clock.instant()).annulled(number)).isPresent();
        assertThatThrownBy(() -> certificates.annul(letter(number))).isInstanceOf(NotIssued.class);
    }

    @Test
    void noActInTheLedgerNamesAPersonOrANumber() {
        var session = new SessionId("2031-2");
        determine(session, List.of(declarant(session, "乙一", "不可见之名", 44)));
        var number = issueAll(session).getFirst();
        var acts =
                sql.sql("SELECT convert_from(bytes, 'UTF8') FROM ledger.entry")
                        .query(String.class)
                        .list();
        assertThat(acts).anyMatch(a -> a.contains("certificate.issued"));
        assertThat(acts).noneMatch(a -> a.contains("不可见之名") || a.contains(number.value()));
    }

    @Test
    void onePersonDoesNotPrepareAndApprove() {
        var session = new SessionId("2032-1");
        determine(session, List.of(declarant(session, "丙一", "丙", 44)));
        var batch = certificates.prepare(session, SICHUAN, LEAD).batch().orElseThrow();
        assertThatThrownBy(() -> certificates.approve(batch, LEAD)).isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> certificates.approve(batch, REVIEWER))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> certificates.issue(batch)).isInstanceOf(NotIssued.class);
    }

    @Test
    void whatAStopInterruptedGoesOnAtTheNextStartAndNothingIsIssuedTwice() throws Exception {
        var session = new SessionId("2028-1");
        determine(
                session,
                List.of(
                        declarant(session, "己一", "己一", 44),
                        declarant(session, "己二", "己二", 44),
                        declarant(session, "己三", "己三", 44)));
        var batch = certificates.prepare(session, SICHUAN, REVIEWER).batch().orElseThrow();
        certificates.approve(batch, LEAD);
        work.whatWasInterrupted();
        assertThat(certificates.issue(batch)).isLessThanOrEqualTo(3);
        for (int i = 0; i < 300 && work.isUnderWay(batch); i++) {
            Thread.sleep(100);
        }
        assertThat(certificates.live(session)).hasSize(3);
        var acts =
                sql.sql("SELECT convert_from(bytes, 'UTF8') FROM ledger.entry")
                        .query(String.class)
                        .list();
        assertThat(acts)
                .filteredOn(a -> a.contains("certificate.issued") && a.contains("" + batch))
                .hasSize(3);
        assertThat(certificates.issue(batch)).isZero();
    }

    @Test
    void aNameThatCannotBePrintedIsHeldBackWithTheCharacterNamed() {
        var session = new SessionId("2032-2");
        var tibetan = declarant(session, "丁一", "བཀྲ་ཤིས", 44);
        var rare = declarant(session, "丁二", "𠮷田", 44);
        var longName = "阿卜杜拉·".repeat(10) + "艾合麦提江";
        determine(session, List.of(tibetan, rare, declarant(session, "丁三", longName, 44)));
        var prepared = certificates.prepare(session, SICHUAN, REVIEWER);
        assertThat(prepared.size()).isEqualTo(1);
        assertThat(prepared.held())
                .extracting(Prepared.Held::declaration)
                .containsExactlyInAnyOrder(tibetan.declaration(), rare.declaration());
        assertThat(prepared.held().toString()).contains("134071");
    }

    @Test
    void onePersonHasOneLiveCertificatePerQualificationAndSession() {
        var session = new SessionId("2033-1");
        var once = declarant(session, "戊一", "戊", 44);
        var twice =
                new AwardFacts(
                        UUID.nameUUIDFromBytes("戊二".getBytes(StandardCharsets.UTF_8)),
                        session,
                        "戊二",
                        once.person(),
                        once.name(),
                        MANAGER,
                        once.scores(),
                        false,
                        IssueRoute.REPLACEMENT,
                        SICHUAN,
                        true);
        determine(session, List.of(once, twice));
        assertThatThrownBy(() -> issueAll(session)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anUnknownNumberIsPerhapsMistyped() {
        var number = CertificateNumber.draw(new cutscore.kernel.id.SeededEntropy("none", 1));
        assertThat(ask(number.value(), DAOFU, Optional.empty()).kind())
                .isEqualTo(Verdict.Kind.NOT_FOUND);
        assertThat(ask("HX-123", DAOFU, Optional.empty()).kind()).isEqualTo(Verdict.Kind.NOT_FOUND);
    }

    @Test
    void theExplanationGoesSubjectBySubject() {
        var session = new SessionId("2033-2");
        var facts = below(session, "己一");
        determine(session, List.of(facts));
        var json = awards.explanation(facts.declaration()).orElseThrow();
        assertThat(json.text("outcome")).isEqualTo("below-line");
        assertThat(json.array("subjects")).hasSize(3);
        assertThat(((Json.Obj) json.array("subjects").getFirst()).text("line")).isEqualTo("40");
    }

    private Verdict ask(String typed, DivisionCode at, Optional<String> name) {
        return verifications.verify(typed, Optional.of(at), day(), name).verdict();
    }

    private DecisionLetter letter(CertificateNumber number) {
        var article = DecisionLetter.Article.ARTICLE_10;
        var ground = DecisionLetter.Ground.FALSE_EVIDENCE;
        return new DecisionLetter("决定〔2031〕1号", number, article, ground, day());
    }

    private LocalDate day() {
        return CertificatePage.day(clock.instant());
    }

    private Awards.Determined determine(SessionId session, List<AwardFacts> facts) {
        var area = new ValidityScope.Area(DAOFU, Period.ALWAYS);
        var list = ValidityScope.listName(SICHUAN, session);
        var circular = "四川省人事考试中心 2023-08-22";
        var scope = new ValidityScope(SICHUAN, session, list, circular, day(), List.of(area));
        var line =
                new PublishedStandard(
                        "高级", Optional.of(new PassingLine.EachSubject(Score.of("40"))));
        return awards.determine(session, facts, q -> line, List.of(scope), ANALYST);
    }

    private List<CertificateNumber> issueAll(SessionId session) {
        var batch = certificates.prepare(session, SICHUAN, REVIEWER).batch().orElseThrow();
        certificates.approve(batch, LEAD);
        certificates.issue(batch);
        assertThat(certificates.issue(batch)).isZero();
        return certificates.live(session);
    }

    private static AwardFacts below(SessionId session, String admission) {
        return declarant(session, admission, "某人", 39);
    }

    private static AwardFacts declarant(
            SessionId session, String admission, String name, int mark) {
        var scores = new ArrayList<SubjectScore>();
        for (int i = 0; i < 3; i++) {
            scores.add(new SubjectScore.Marked(new Score(2 * mark)));
        }
        return new AwardFacts(
                UUID.nameUUIDFromBytes((session + admission).getBytes(StandardCharsets.UTF_8)),
                session,
                admission,
                "person-" + admission,
                name,
                MANAGER,
                scores,
                false,
                IssueRoute.ORDINARY,
                SICHUAN,
                true);
    }

    private static Officer officer(Role role, Optional<DivisionCode> province) {
        var id = UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8));
        return new Officer(id, role.name(), Set.of(role), province);
    }

    private static String tokenIn(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getDocumentInformation().getCustomMetadataValue("CutscoreToken");
        }
    }

    private static boolean isPdfA2u(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        var flavour = PDFAFlavour.PDFA_2_U;
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).isCompliant();
        }
    }

    /** What a foreign reader sees in the printed code. */
    private static String qrOf(byte[] pdf) throws IOException {
        var folder = Files.createTempDirectory("qr");
        var file = Files.write(folder.resolve("c.pdf"), pdf).toString();
        run("pdftoppm", "-r", "150", "-png", file, folder.resolve("c").toString());
        return run("zbarimg", "-q", "--raw", folder.resolve("c-1.png").toString()).strip();
    }

    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package cutscore.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccountChanged;
import cutscore.server.access.CodeWanted;
import cutscore.server.access.Contact;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.DeclarationReviewed;
import cutscore.server.declaration.DeclarationSubmitted;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Telling people, by a real mail server and a real HTTP server in the place of the SMS gateway.
 * Each test has a county of its own session, so that nobody else's messages are in the way.
 */
@ModuleTest
class NoticesTests {
    private static final String SECRET = "a-secret-of-at-least-thirty-two-characters";
    private static final DivisionCode GANSU = new DivisionCode("620000");
    private static final String LINXIA = "622921";
    private static final String LANZHOU = "620102";
    private static final Officer ANALYST = officer(Role.ANALYST);

    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Expansion expansion;
    @Autowired Reminders reminders;
    @Autowired Broadcasting broadcasting;
    @Autowired MessageTable messages;
    @Autowired PersonTable people;
    @Autowired Address addresses;
    @Autowired Tokens tokens;
    @Autowired ContactFiles files;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final List<String> sms = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private volatile int answer = 202;
    private HttpServer gateway;
    private int port;

    @BeforeEach
    void open() throws IOException {
        sql.sql(
                        """
                        UPDATE notice.delivery SET stage = 'STOPPED', settled_at = now()
                        WHERE stage IN ('WAITING', 'FAILED')
                        """)
                .update();
        mail.start();
        port = mail.getSmtp().getPort();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(
                "/send",
                exchange -> {
                    sms.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    headers.add(
                            Map.of(
                                    "key", exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                    "stamp", exchange.getRequestHeaders().getFirst("X-Timestamp"),
                                    "signed",
                                            exchange.getRequestHeaders().getFirst("X-Signature")));
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        gateway.start();
    }

    @AfterEach
    void close() {
        mail.stop();
        gateway.stop(0);
    }

    @Test
    void everybodyRegisteredInALineAreaWhoMissedTheNationalLineIsToldOnce() throws Exception {
        var session = session("2064-1");
        var window = announce(session);
        contacts(
                session, "N1,13800000001,n1@example.org\nN2,,n2@example.org\nN3,,n3@example.org\n");
        roster(
                session,
                row("N1", LINXIA, "40,41", 1)
                        + row("N2", LINXIA, "45,45", 2)
                        + row("N3", LANZHOU, "40,41", 3)
                        + row("N4", LINXIA, ",", 4));
        run();
        run();
        assertThat(told(window)).containsExactly("N1");
        assertThat(mail.getReceivedMessages()).hasSize(1);
        var letter = mail.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()[0]).hasToString("n1@example.org");
        String text = letter.getContent().toString();
        assertThat(text).contains("甘肃省", "/windows/2064-1/620000").doesNotContain("虚构", "N1", "40");
        assertThat(letter.getHeader("List-Unsubscribe-Post")[0])
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("List-Unsubscribe")[0]).contains("/stop/");
        assertThat(sms).singleElement().asString().contains("13800000001").doesNotContain("N1");
    }

    @Test
    void theGatewayCanCheckWhoSendsAndTellDoublesApart() throws Exception {
        events.publishEvent(code("13800000002", "246810"));
        answer = 503;
        run();
        answer = 202;
        run();
        assertThat(sms).hasSize(2).first().asString().contains("246810");
        assertThat(headers.get(0).get("key")).isEqualTo(headers.get(1).get("key"));
        var last = headers.get(1);
        assertThat(last.get("signed")).isEqualTo("v1=" + signature(last, sms.get(1)));
        assertThat(
                        sql.sql(
                                        "SELECT count(*) FROM notice.delivery WHERE stage = 'SENT'"
                                                + " AND sealed IS NOT NULL")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aCodeThatCountsNoMoreIsNotSentLate() {
        events.publishEvent(
                new CodeWanted(
                        Contact.of("late@example.org").orElseThrow(),
                        "111111",
                        CodeWanted.Purpose.SIGN_IN,
                        Instant.EPOCH));
        run();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(messages.failed(10)).singleElement().matches(d -> d.fault().contains("过期"));
    }

    /** BouncedNoticeTest: nobody is left to wonder why no message came. */
    @Test
    void aDeadMailServerIsSeenAndTheMessageIsSentAgain() {
        events.publishEvent(
                new AccountChanged(
                        UUID.randomUUID(),
                        AccountChanged.What.PASSWORD_CHANGED,
                        List.of(Contact.of("owner@example.org").orElseThrow())));
        mail.stop();
        for (int i = 0; i < 3; i++) {
            run();
        }
        var failed = messages.failed(10);
        assertThat(failed).singleElement().matches(d -> d.fault().contains("没有回答"));
        assertThat(failed.getFirst().fault()).doesNotContain("owner@example.org");
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        mail.start();
        assertThat(messages.resend(Optional.of(failed.getFirst().key()))).isEqualTo(1);
        run();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getBody(mail.getReceivedMessages()[0])).isNotEmpty();
        assertThat(messages.failed(10)).isEmpty();
    }

    @Test
    void whatTheActUndoesIsNotTold() {
        long before = happenings();
        transaction.executeWithoutResult(
                status -> {
                    events.publishEvent(submitted(new SessionId("2088-1"), "R1"));
                    status.setRollbackOnly();
                });
        assertThat(happenings()).isEqualTo(before);
        transaction.executeWithoutResult(
                status -> events.publishEvent(submitted(new SessionId("2088-1"), "R1")));
        assertThat(happenings()).isEqualTo(before + 1);
    }

    @Test
    void whoDeclaredIsNotRemindedAndWhoStoppedIsLeftInPeace() throws Exception {
        var session = session("2065-1");
        var window = announce(session);
        contacts(session, "S1,,s1@example.org\nS2,,s2@example.org\nS3,,s3@example.org\n");
        roster(
                session,
                row("S1", LINXIA, "40,41", 11)
                        + row("S2", LINXIA, "40,41", 12)
                        + row("S3", LINXIA, "40,41", 13));
        run();
        assertThat(told(window)).containsExactly("S1", "S2", "S3");
        mail.purgeEmailFromAllMailboxes();
        events.publishEvent(submitted(session, "S1"));
        people.stop(rosters.find(session, "S2").orElseThrow().person());
        var later =
                exams.proposeExtension(
                        window.id(),
                        window.window().closes().plusDays(1),
                        Optional.empty(),
                        "大雪封路",
                        officer(Role.PUBLISHER));
        exams.confirmExtension(later.id(), officer(Role.PUBLISHER));
        run();
        assertThat(mail.getReceivedMessages())
                .extracting(m -> m.getAllRecipients()[0].toString() + " " + m.getSubject())
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).startsWith("s1@").contains("收到了您的申报"),
                        one -> assertThat(one).startsWith("s3@").contains("延长"));
    }

    @Test
    void aReturnedDeclarationNamesItsDeadlineAndNoReason() throws Exception {
        var session = session("2089-1");
        contacts(session, "T1,,t1@example.org\n");
        roster(session, row("T1", LINXIA, "40,41", 21));
        events.publishEvent(
                new DeclarationReviewed(
                        new DeclarationId(UUID.randomUUID()),
                        session,
                        "T1",
                        Stage.RETURNED,
                        false,
                        Optional.of(Beijing.at(2065, 9, 8, 17, 0).toInstant())));
        run();
        String text = mail.getReceivedMessages()[0].getContent().toString();
        assertThat(text).contains("9月8日 17:00", "/me").doesNotContain("T1", "虚构");
    }

    private void run() {
        sql.sql("UPDATE notice.delivery SET next_at = now() WHERE stage = 'WAITING'").update();
        new Rounds(expansion, reminders, broadcasting, post()).run();
    }

    private Post post() {
        var settings =
                new NoticeSettings(
                        "https://cutscore.example",
                        "no-reply@cutscore.example",
                        "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send",
                        SECRET,
                        Duration.ofMinutes(1),
                        3,
                        false);
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var given = new Properties();
        given.setProperty("mail.smtp.connectiontimeout", "2000");
        sender.setJavaMailProperties(given);
        var beans = new StaticListableBeanFactory(Map.of("sender", sender));
        List<Way> ways =
                List.of(
                        new Mail(beans.getBeanProvider(JavaMailSender.class), settings),
                        new Sms(settings, sql));
        return new Post(messages, people, addresses, tokens, ways, settings, transaction);
    }

    private List<String> told(WindowOnRecord window) {
        return messages.told(window.id()).stream().map(t -> t.admissionNumber()).toList();
    }

    private long happenings() {
        return sql.sql("SELECT count(*) FROM notice.happening").query(Long.class).single();
    }

    private static CodeWanted code(String contact, String code) {
        return new CodeWanted(
                Contact.of(contact).orElseThrow(),
                code,
                CodeWanted.Purpose.SIGN_IN,
                Instant.parse("2099-01-01T00:00:00Z"));
    }

    private static DeclarationSubmitted submitted(SessionId session, String number) {
        return new DeclarationSubmitted(new DeclarationId(UUID.randomUUID()), session, number);
    }

    private static String signature(Map<String, String> sent, String body)
            throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = sent.get("key") + "." + sent.get("stamp") + "." + body;
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private void contacts(SessionId session, String rows) {
        files.importFile(
                session,
                CsvSource.of("contacts.csv", "admission_number,mobile,email\n" + rows),
                ANALYST);
    }

    private SessionId session(String id) {
        var session = new SessionId(id);
        exams.open(
                session,
                LocalDate.of(session.year(), 5, 26),
                List.of("软件设计师"),
                officer(Role.PUBLISHER));
        return session;
    }

    private WindowOnRecord announce(SessionId session) {
        return exams.announceWindow(
                session,
                GANSU,
                Round.ORDINARY,
                new Window(
                        Beijing.at(session.year(), 8, 22, 9, 0),
                        Beijing.at(session.year(), 9, 4, 17, 0)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                officer(Role.PUBLISHER),
                officer(Role.PUBLISHER));
    }

    private void roster(SessionId session, String rows) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve(session + ".csv"),
                        "准考证号,报名地行政区划代码,资格名称,科目一,科目二,科目三,考试状态,证件类型,证件号码,姓名\n" + rows);
        var roster = rosters.importFile(session, file, ANALYST);
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), officer(Role.PUBLISHER));
    }

    private static String row(String number, String division, String marks, int person) {
        return "%s,%s,软件设计师,%s,,,居民身份证,9901011990010112%02d,虚构甲%n"
                .formatted(number, division, marks, person);
    }

    private static Officer officer(Role role) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.empty());
    }
}

package cutscore.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * What a calendar and a feed reader get of a window, read by ical4j and by the JDK's XML parser.
 */
@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class WindowFilesTests {
    @Autowired Exams exams;
    @LocalServerPort int port;

    @Test
    void aCorrectionRaisesTheSequenceAndKeepsTheIdentifier() throws Exception {
        var window = announced("2062-1", "630000");
        var first = closing(get("/windows/one/" + window.id() + ".ics"));
        var proposal =
                exams.proposeExtension(
                        window.id(),
                        window.window().closes().plusDays(2),
                        Optional.empty(),
                        "大雪",
                        publisher());
        exams.confirmExtension(proposal.id(), publisher());
        var second = closing(get("/windows/one/" + window.id() + ".ics"));
        assertThat(value(first, Property.UID)).isEqualTo(value(second, Property.UID));
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(second, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(first, Property.DTSTART)).isEqualTo("20620904T090000Z");
        assertThat(value(second, Property.DTSTART)).isEqualTo("20620906T090000Z");
        assertThat(second.getAlarms())
                .extracting(alarm -> alarm.getRequiredProperty(Property.TRIGGER).getValue())
                .containsExactly("-P3D", "-P1D", "-PT3H");
    }

    @Test
    void theFeedIsAtomAndAnEtagSparesTheWay() throws Exception {
        announced("2084-1", "630000");
        var feed = get("/windows.atom");
        var xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed.body()));
        assertThat(xml.getElementsByTagName("entry").getLength()).isPositive();
        assertThat(xml.getDocumentElement().getNamespaceURI()).isNull();
        var tag = feed.headers().firstValue("ETag").orElseThrow();
        var again = send(HttpRequest.newBuilder(uri("/windows.atom")).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void everyPublicPageIsWithinTheBudgetAndSaysWhatIsNotStated() throws Exception {
        announced("2063-1", "650000");
        for (String path :
                List.of(
                        "/check",
                        "/windows",
                        "/windows/2063-1/650000",
                        "/check?session=2063-1&sat=yes&registered=daofu&tie=none&marks=below")) {
            var page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body().length).as(path).isLessThan(60_000);
        }
        assertThat(text(get("/windows/2063-1/650000"))).contains("通知没有列明材料", "说明不了这次");
        assertThat(get("/windows/2019-1/510000").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerThatIsMissingIsAskedForAndNothingTypedIsLost() throws Exception {
        announced("2085-1", "540000");
        var page = get("/check?session=2085-1&registered=daofu&tie=works");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page))
                .contains("有内容需要改", "id=\"tie-works\" name=\"tie\" value=\"works\" checked");
    }

    private WindowOnRecord announced(String id, String province) {
        var session = new SessionId(id);
        exams.open(session, LocalDate.of(2062, 5, 26), List.of("软件设计师"), publisher());
        int year = session.year();
        return exams.announceWindow(
                session,
                new DivisionCode(province),
                Round.ORDINARY,
                new Window(Beijing.at(year, 8, 22, 9, 0), Beijing.at(year, 9, 4, 17, 0)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                publisher(),
                publisher());
    }

    private static VEvent closing(HttpResponse<byte[]> file) throws Exception {
        assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar");
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file.body()));
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.UID).contains("-closes@"))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static Officer publisher() {
        return new Officer(UUID.randomUUID(), "公布员", Set.of(Role.PUBLISHER), Optional.empty());
    }
}

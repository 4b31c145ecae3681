package cutscore.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The door of the submissions, over HTTP, with the room full. */
@ModuleTest
class AdmissionTests {
    private static final String SUBMIT = "/me/declare/submit";
    private static final String API = "/api/v1/declarations";

    @LocalServerPort int port;
    @Autowired Admission admission;
    @Autowired AdmissionSettings settings;

    private final HttpClient client = HttpClient.newHttpClient();
    private int inside;
    private int machines;

    @BeforeEach
    void theRoomIsFull() throws InterruptedException {
        for (; inside < settings.own(); inside++) {
            assertThat(admission.lane("own").enter(0)).isTrue();
        }
        for (; machines < settings.submissions(); machines++) {
            assertThat(admission.lane("submission").enter(0)).isTrue();
        }
    }

    @AfterEach
    void theRoomIsEmpty() {
        for (; inside > 0; inside--) {
            admission.lane("own").finish();
        }
        for (; machines > 0; machines--) {
            admission.lane("submission").finish();
        }
    }

    @Test
    void aPersonIsLedToTheWaitingPageAndKeepsHisPlace() throws Exception {
        var sent = post(SUBMIT, "text/html", "");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).hasValue("/waiting");
        String place = place(sent);
        var page = get("/waiting", place);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Refresh")).isPresent();
        assertThat(page.body()).contains("请稍候", "您的位置已经保留");
        var again = post(SUBMIT, "text/html", place);
        assertThat(place(again)).isEqualTo(place);
        theRoomIsEmpty();
        // The door is open: what answers now is the lock behind it.
        assertThat(post(SUBMIT, "text/html", place).statusCode()).isEqualTo(403);
    }

    @Test
    void aMachineIsToldWhenToComeAgainAtOnce() throws Exception {
        post(API, "application/json", "");
        long begun = System.nanoTime();
        var sent = post(API, "application/json", "");
        long took = System.nanoTime() - begun;
        assertThat(sent.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(sent.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(sent.body()).contains("\"code\": \"WAIT\"");
        assertThat(sent.headers().firstValue("Content-Security-Policy")).isPresent();
        // Far from the promised 200 ms, so that a loaded machine does not fail the build.
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatOnlyShowsSomethingNeverPassesTheDoor() throws Exception {
        for (String page : new String[] {"/", "/areas", "/lines", "/ledger/checkpoint"}) {
            assertThat(get(page, "").statusCode()).as(page).isNotIn(303, 503);
        }
    }

    @Test
    void whoHasBegunComesFirstAndWhoSignedInHereBeforeIsNotHeldUp() throws Exception {
        var sent = get("/sign-in", "");
        assertThat(sent.statusCode()).isEqualTo(303);
        String place = place(sent);
        var waits = get("/waiting", place);
        assertThat(waits.body()).contains("先让已经登录的人办完");
        assertThat(get("/sign-in", "none; device=0123456789012345678901").statusCode())
                .isEqualTo(200);
        theRoomIsEmpty();
        assertThat(get("/sign-in", place).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutATicketThereIsNothingToWaitFor() throws Exception {
        var page = get("/waiting", "submission.1..forged");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Refresh")).isEmpty();
        assertThat(page.body()).contains("现在没有需要您等候的事");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(Admission.PLACE + "="))
                .map(cookie -> cookie.substring(Admission.PLACE.length() + 1).split(";")[0])
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> post(String path, String accepts, String place)
            throws IOException, InterruptedException {
        return client.send(
                request(path, place)
                        .header("Accept", accepts)
                        .POST(HttpRequest.BodyPublishers.ofString("commitment=yes"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String place)
            throws IOException, InterruptedException {
        return client.send(
                request(path, place).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String place) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return place.isEmpty() ? request : request.header("Cookie", Admission.PLACE + "=" + place);
    }
}

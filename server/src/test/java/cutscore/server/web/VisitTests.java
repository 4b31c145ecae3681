package cutscore.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.server.database.Arrivals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitTests {
    private static final Instant CLOSES = Instant.parse("2023-09-04T09:00:00Z");
    private final Shell shell = new Shell(List.of(), false, Assets.load());
    private final VisitResolver visits =
            new VisitResolver(shell, new Arrivals(() -> CLOSES, System::nanoTime));

    @Test
    void chineseComesFirst() {
        var at = visits.visit(get("/areas", ""), new MockHttpServletResponse());
        assertThat(at.say("地区", "Areas")).isEqualTo("地区");
        assertThat(at.to("/lines")).isEqualTo("/lines");
        assertThat(at.time(at.now())).isEqualTo("2023年9月4日 17:00");
    }

    @Test
    void englishIsKeptInEveryLinkAndRemembered() {
        var response = new MockHttpServletResponse();
        var at = visits.visit(get("/areas", "q=x&lang=en"), response);
        assertThat(at.say(new Words("地区", "Areas"))).isEqualTo("Areas");
        assertThat(at.to("/areas?q=1#list")).isEqualTo("/areas?q=1&lang=en#list");
        assertThat(at.day(LocalDate.of(2023, 9, 4))).isEqualTo("4 Sep 2023");
        assertThat(response.getHeader("Set-Cookie"))
                .contains("lang=en", "HttpOnly", "SameSite=Lax");

        var later = get("/lines", "");
        later.setCookies(new jakarta.servlet.http.Cookie("lang", "en"));
        assertThat(visits.visit(later, new MockHttpServletResponse()).english()).isTrue();
    }

    @Test
    void theOtherLanguageKeepsTheQuestion() {
        var at = visits.visit(get("/areas", "q=%E9%81%93&lang=en"), new MockHttpServletResponse());
        assertThat(at.otherLanguage()).isEqualTo("/areas?q=%E9%81%93&lang=zh");
    }

    @Test
    void anUnknownLanguageIsChinese() {
        var at = visits.visit(get("/", "lang=%22%3E"), new MockHttpServletResponse());
        assertThat(at.english()).isFalse();
    }

    private static MockHttpServletRequest get(String path, String query) {
        var request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query.isEmpty() ? null : query);
        if (query.contains("lang=")) {
            request.setParameter("lang", query.replaceAll(".*lang=", ""));
        }
        return request;
    }
}

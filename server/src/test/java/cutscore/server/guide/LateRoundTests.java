package cutscore.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.area.Areas;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The national late round of 2024, of whose three sessions one is open here. */
@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class LateRoundTests {
    private static final DivisionCode GUIZHOU = new DivisionCode("520000");
    private static final SessionId SESSION = new SessionId("2024-1");
    private static final Window TIME =
            new Window(Beijing.at(2024, 9, 23, 9, 0), Beijing.at(2024, 10, 25, 17, 0));

    @Autowired Areas areas;
    @Autowired Exams exams;
    @Autowired LateRounds rounds;
    @LocalServerPort int port;

    @Test
    void everySessionOfTheCircularStandsThereWithItsOwnLine() throws IOException {
        exams.open(SESSION, LocalDate.of(2024, 5, 25), List.of("软件设计师"), publisher());
        var notice = notice();
        exams.announceWindow(
                SESSION,
                GUIZHOU,
                Round.LATE,
                TIME,
                Duration.ZERO,
                Duration.ZERO,
                notice,
                publisher(),
                publisher());
        var open = rounds.find(notice, TIME.opens().toInstant()).orElseThrow();
        assertThat(open.isOpen()).isTrue();
        assertThat(open.sessions())
                .extracting(one -> one.session() + " " + one.each().orElseThrow() + one.isHere())
                .containsExactly("2024-1 39true", "2023-2 42false", "2023-1 40false");
        assertThat(open.places()).singleElement().matches(where -> where.isOne());
        assertThat(rounds.find(notice, TIME.closes().plusSeconds(1).toInstant()))
                .hasValueSatisfying(over -> assertThat(over.isOpen()).isFalse());
        var anybody = new Visitor(port);
        assertThat(anybody.get("/windows/round/" + notice).body())
                .contains("补申领", "贵州", "每科 39 分", "每科 42 分", "每科 40 分", "请问省级考试机构")
                .contains("2024-09-20");
        assertThat(anybody.get("/windows").body()).contains("/windows/round/" + notice);
        assertThat(anybody.get("/windows/round/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private UUID notice() throws IOException {
        try (var in =
                LateRoundTests.class.getResourceAsStream(
                        "/cutscore/server/cycle/national-late-claim-2024.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var by = publisher();
            var circular = areas.enter(text, by);
            areas.confirm(circular, Set.of(), by);
            areas.agree(circular, publisher());
            return circular.value();
        }
    }

    private static Officer publisher() {
        return new Officer(UUID.randomUUID(), "员", Set.of(Role.PUBLISHER), Optional.empty());
    }
}

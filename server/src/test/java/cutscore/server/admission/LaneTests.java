package cutscore.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.database.Keys;
import cutscore.server.web.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A room that holds so many, the numbers for the rest, and the tickets that carry them. */
class LaneTests {
    private static final Instant NOW = Instant.parse("2046-06-01T09:00:00Z");

    private long nanos = 5;
    private final Lane lane = new Lane("submission", 2, () -> nanos);
    private final Tickets tickets = new Tickets(Keys.fromSeed(7));

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void whoeverComesGoesInWhileThereIsRoom() throws InterruptedException {
        assertThat(lane.enter(0)).isTrue();
        assertThat(lane.enter(0)).isTrue();
        assertThat(lane.enter(0)).isFalse();
        lane.finish();
        assertThat(lane.enter(0)).isTrue();
    }

    @Test
    void whoIsMadeToWaitGivesHisPlaceToOthersMeanwhile() throws Exception {
        assertThat(lane.enter(0)).isTrue();
        assertThat(lane.enter(0)).isTrue();
        var waits =
                Thread.startVirtualThread(
                        () ->
                                Place.<RuntimeException, RuntimeException>holding(
                                        lane, LaneTests::sitAside));
        for (int tries = 0; !lane.enter(0); tries++) {
            assertThat(tries).isLessThan(50);
        }
        waits.interrupt();
        assertThat(waits.join(Duration.ofMillis(200))).as("the place is taken").isFalse();
        lane.finish();
        assertThat(waits.join(Duration.ofSeconds(20))).isTrue();
        assertThat(lane.enter(0)).as("he has his place again").isFalse();
    }

    private static void sitAside() {
        try {
            Place.sitAside(Duration.ofMinutes(2));
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whileSomebodyWaitsNewcomersDoNotPass() throws InterruptedException {
        assertThat(lane.enter(0)).isTrue();
        assertThat(lane.enter(0)).isTrue();
        long first = lane.draw();
        long second = lane.draw();
        assertThat(lane.before(second)).isEqualTo(2);
        lane.finish();
        assertThat(lane.enter(0)).isFalse();
        pass(Duration.ofMillis(200));
        assertThat(lane.before(first)).isZero();
        assertThat(lane.before(second)).isEqualTo(1);
        assertThat(lane.enter(second)).isFalse();
        assertThat(lane.enter(first)).isTrue();
    }

    @Test
    void thoseWhoWentAwayDoNotKeepTheRoomShut() throws InterruptedException {
        assertThat(lane.enter(0)).isTrue();
        for (int i = 0; i < 20; i++) {
            lane.draw();
        }
        lane.finish();
        pass(Duration.ofSeconds(30));
        assertThat(lane.enter(0)).isTrue();
    }

    @Test
    void aTicketIsReadByWhomItWasWrittenFor() {
        var ticket = new Ticket("submission", 17, NOW, Tickets.holder("one"));
        String text = tickets.write(ticket);
        assertThat(tickets.read(text, Tickets.holder("one"), NOW)).contains(ticket);
        assertThat(tickets.read(text, Tickets.holder("another"), NOW)).isEmpty();
        var later = NOW.plus(Tickets.LIFE);
        assertThat(tickets.read(text, Tickets.holder("one"), later)).contains(ticket);
        assertThat(tickets.read(text, Tickets.holder("one"), later.plusNanos(1000))).isEmpty();
    }

    @Test
    void aTicketThatWasTouchedIsNone() {
        String text = tickets.write(new Ticket("submission", 17, NOW, Tickets.holder("one")));
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '1' ? '2' : '1';
            String touched = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(tickets.read(touched, Tickets.holder("one"), NOW)).as(touched).isEmpty();
        }
        var others = new Tickets(Keys.fromSeed(8));
        assertThat(others.read(text, Tickets.holder("one"), NOW)).isEqualTo(Optional.empty());
    }
}

package cutscore.server.declaration.declare;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who tries numbers at the counter is stopped, however fast. */
@ModuleTest
class CounterMissesTests {
    @Autowired Counter counter;

    @Test
    void manyTriesAtOnceCountAsMany() throws InterruptedException {
        var officer =
                new Officer(
                        UUID.randomUUID(),
                        "员",
                        Set.of(Role.REVIEWER),
                        Optional.of(new DivisionCode("510000")));
        Callable<Counter.Found> miss =
                () ->
                        counter.begin(
                                new Counter.Papers(new SessionId("2000-1"), "NOBODY", "0", "无此人"),
                                officer);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 40).mapToObj(_ -> miss).toList();
            var nobody =
                    threads.invokeAll(tries).stream()
                            .filter(one -> one.resultNow() instanceof Counter.Found.Nobody)
                            .count();
            assertThat(nobody).isEqualTo(Counter.MISSES_AN_HOUR);
        }
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A crowd at the door hashes two by two. */
class PasswordsTests {
    @Test
    void atMostTwoAreReckonedAtOnceHoweverManyCome() throws InterruptedException {
        var passwords = new Passwords();
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var crowd = new ArrayList<Thread>();
        for (int i = 0; i < 24; i++) {
            crowd.add(
                    Thread.startVirtualThread(
                            () ->
                                    passwords.bounded(
                                            () -> {
                                                most.accumulateAndGet(
                                                        now.incrementAndGet(), Math::max);
                                                pause();
                                                return now.decrementAndGet();
                                            })));
        }
        for (var one : crowd) {
            one.join();
        }
        assertThat(most).hasValue(2);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

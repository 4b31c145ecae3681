package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.server.ModuleTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What proves an officer, and how often somebody else may guess. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class FactorsTests {
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired Factors factors;
    @Autowired FactorTable table;
    @Autowired JdbcClient sql;

    @Autowired Patience patience;

    private Enrolled.Person lin;
    private String lane;
    private String elsewhere;

    @BeforeEach
    void somebody() {
        lin = enrolled.enrol(Cast.of(demo), Role.ANALYST);
        lane = patience.pair(lin.name, "here");
        elsewhere = patience.pair(lin.name, "elsewhere");
    }

    @Test
    void aCodeIsTakenOnceAndAnOlderOneNeverAfterIt() {
        var now = table.now();
        long step = Totp.step(now);
        // The code that added the app counts as taken.
        assertThat(prove(step - 1, now)).isEqualTo(Factors.Proof.WRONG);
        var later = now.plus(Duration.ofSeconds(60));
        assertThat(prove(step + 2, later)).isEqualTo(Factors.Proof.RIGHT);
        assertThat(prove(step + 2, later)).isEqualTo(Factors.Proof.WRONG);
        assertThat(prove(step + 1, later)).isEqualTo(Factors.Proof.WRONG);
        assertThat(prove(step + 3, later)).isEqualTo(Factors.Proof.RIGHT);
    }

    @Test
    void aCodeOfAMinuteAgoIsOver() {
        var now = table.now().plus(Duration.ofMinutes(10));
        assertThat(prove(Totp.step(now) - 2, now)).isEqualTo(Factors.Proof.WRONG);
        assertThat(prove(Totp.step(now) + 2, now)).isEqualTo(Factors.Proof.WRONG);
        assertThat(prove(Totp.step(now) - 1, now)).isEqualTo(Factors.Proof.RIGHT);
    }

    private Factors.Proof prove(long step, java.time.Instant now) {
        return factors.prove(lin.officer.id(), Totp.code(lin.secret, step, 6), lane, now);
    }

    @Test
    void anotherOfficersCodeAndRecoveryCodeProveNothing() {
        var other = enrolled.enrol(Cast.of(demo), Role.ANALYST);
        assertThat(factors.prove(lin.officer.id(), other.code(), lane))
                .isEqualTo(Factors.Proof.WRONG);
        assertThat(factors.prove(lin.officer.id(), other.recovery.getFirst(), lane))
                .isEqualTo(Factors.Proof.WRONG);
        assertThat(factors.prove(other.officer.id(), other.recovery.getFirst(), lane))
                .isEqualTo(Factors.Proof.RIGHT);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTypedAndNewOnesReplaceTheOld() {
        String first = lin.recovery.getFirst();
        assertThat(lin.recovery).hasSize(10).doesNotHaveDuplicates();
        String typed = " " + first.replace("-", " ").toUpperCase(java.util.Locale.ROOT);
        assertThat(factors.prove(lin.officer.id(), typed, lane)).isEqualTo(Factors.Proof.RIGHT);
        assertThat(factors.prove(lin.officer.id(), first, lane)).isEqualTo(Factors.Proof.WRONG);
        assertThat(factors.view(lin.officer.id()).recoveryLeft()).isEqualTo(9);
        var fresh = factors.renewRecovery(lin.officer.id());
        assertThat(factors.prove(lin.officer.id(), lin.recovery.get(1), lane))
                .isEqualTo(Factors.Proof.WRONG);
        assertThat(factors.prove(lin.officer.id(), fresh.get(1), lane))
                .isEqualTo(Factors.Proof.RIGHT);
    }

    @Test
    void tenWrongCodesAnHourEndALaneAndNoOther() {
        for (int i = 0; i < Factors.WRONG_AN_HOUR; i++) {
            assertThat(factors.prove(lin.officer.id(), "00000" + i % 10, lane))
                    .isNotEqualTo(Factors.Proof.TOO_SOON);
        }
        assertThat(factors.prove(lin.officer.id(), lin.code(), lane))
                .isEqualTo(Factors.Proof.TOO_SOON);
        assertThat(factors.prove(lin.officer.id(), lin.recovery.getFirst(), lane))
                .isEqualTo(Factors.Proof.RIGHT);
        assertThat(factors.prove(lin.officer.id(), lin.code(), elsewhere))
                .isEqualTo(Factors.Proof.RIGHT);
        sql.sql("UPDATE access.factor_try SET at = at - interval '61 minutes' WHERE officer = :id")
                .param("id", lin.officer.id())
                .update();
        assertThat(factors.prove(lin.officer.id(), lin.code(), lane))
                .isEqualTo(Factors.Proof.RIGHT);
    }

    /** Three of a million codes are right at a time. */
    @Test
    void aHundredThousandGuessesTakeMoreThanAYear() {
        var needed = Duration.ofHours(100_000 / Factors.WRONG_AN_HOUR);
        assertThat(needed.toDays()).isEqualTo(416);
        double aDay = 24.0 * Factors.WRONG_AN_HOUR * 3 / 1_000_000;
        assertThat(aDay).isLessThan(0.001);
    }

    @Test
    void manyAtOnceCountAsMany() throws InterruptedException {
        var refused = new java.util.concurrent.atomic.AtomicInteger();
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 40; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        var proof = factors.prove(lin.officer.id(), "x", lane);
                                        if (proof == Factors.Proof.TOO_SOON) {
                                            refused.incrementAndGet();
                                        }
                                    }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(refused.get()).isEqualTo(40 - Factors.WRONG_AN_HOUR);
    }

    @Test
    void theSecretIsSealedInItsOwnRow() {
        var other = enrolled.enrol(Cast.of(demo), Role.ANALYST);
        byte[] kept = table.secretOf(lin.officer.id()).orElseThrow();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(lin.secret, java.nio.charset.StandardCharsets.ISO_8859_1));
        sql.sql("UPDATE access.totp SET sealed = :sealed WHERE officer = :id")
                .param("sealed", kept)
                .param("id", other.officer.id())
                .update();
        String code = lin.code();
        assertThatThrownBy(() -> factors.prove(other.officer.id(), code, lane))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastFactorStaysAndAWrongFirstCodeAddsNothing() {
        assertThatThrownBy(() -> factors.removeApp(lin.officer.id()))
                .isInstanceOf(Unreadable.class);
        var cast = Cast.of(demo);
        var bare = enrolled.open(cast, Enrolled.name(), Role.ANALYST);
        byte[] secret = factors.secret();
        assertThatThrownBy(() -> factors.add(bare.id(), secret, "", "000000x"))
                .isInstanceOf(Unreadable.class);
        assertThat(factors.isEnrolled(bare.id())).isFalse();
    }
}

package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * S8: neither words nor work tell who exists. The medians are printed and looked at; nothing fails
 * because a machine was busy.
 */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class SameAnswerTests {
    private static final int SAMPLES = 15;
    private static final String SENTENCE = "a sentence about mountains";

    @LocalServerPort int port;
    @Autowired InventedSitters sitters;
    @Autowired Letterbox letters;

    @BeforeEach
    void rosters() {
        sitters.open();
    }

    @Test
    void theTimeOfAnAnswerIsPrintedForWhoExistsAndWhoDoesNot() {
        Visitor.from("127.0.5.1", port)
                .post(
                        "/register",
                        InventedSitters.facts(
                                31,
                                Map.of(
                                        "signInName",
                                        "sitter31",
                                        "password",
                                        SENTENCE,
                                        "contact",
                                        "")));
        var lines = new ArrayList<String>();
        lines.add(
                compared(
                        "register: account exists | no such number",
                        n -> register(n, "P31", 31),
                        n -> register(n, "P" + (50 + n), 31)));
        lines.add(
                compared(
                        "register: wrong name | no such number",
                        n -> register(n, "P32", 33),
                        n -> register(n, "P" + (50 + n), 33)));
        lines.add(
                compared(
                        "sign in: name exists | nobody's name",
                        n -> at(n).signIn("sitter31", "wrong wrong wrong wrong"),
                        n -> at(n).signIn("nobody-" + n, "wrong wrong wrong wrong")));
        lines.add(
                compared(
                        "code: contact exists | nobody's contact",
                        n -> at(n).post("/sign-in/code", Map.of("contact", "13800000031")),
                        n -> at(n).post("/sign-in/code", Map.of("contact", "1380000" + n))));
        lines.forEach(System.out::println);
        assertThat(lines).hasSize(4);
    }

    /** A, B, A, B: each pair from a network of its own, so that nobody waits. */
    private static String compared(String what, IntConsumer one, IntConsumer other) {
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();
        for (int n = 0; n < SAMPLES; n++) {
            first.add(micros(one, 1000 + n));
            second.add(micros(other, 1000 + n));
        }
        return what + ": medians " + median(first) + " | " + median(second) + " µs";
    }

    private static long micros(IntConsumer asked, int n) {
        long began = System.nanoTime();
        asked.accept(n);
        return (System.nanoTime() - began) / 1000;
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private Visitor at(int n) {
        return Visitor.from("127.0.6." + (n - 1000 + 1), port);
    }

    private void register(int n, String number, int person) {
        var form =
                InventedSitters.facts(
                        person, Map.of("signInName", "another-" + n, "password", SENTENCE));
        form.put("admissionNumber", number);
        assertThat(at(n).post("/register", form).statusCode()).isEqualTo(422);
    }
}

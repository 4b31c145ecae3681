package cutscore.server.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.declaration.Evenly.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvenlyTests {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID LEAD = new UUID(0, 9);

    @Test
    void whatIsNobodysGoesRoundInTheOrderOfArrival() {
        var moves = Evenly.deal(List.of(free(1), free(2), free(3)), List.of(B, A));
        assertThat(moves).isEqualTo(Map.of(id(1), A, id(2), B, id(3), A));
    }

    @Test
    void theLatestMoveFromFullHandsAndTheLeadsOwnStay() {
        var cases = List.of(held(1, A), held(2, A), held(3, A), held(4, A), held(5, LEAD));
        assertThat(Evenly.deal(cases, List.of(A, B))).isEqualTo(Map.of(id(3), B, id(4), B));
        assertThat(Evenly.deal(List.of(held(1, A), held(2, B)), List.of(A, B))).isEmpty();
        assertThat(Evenly.deal(cases, List.of())).isEmpty();
    }

    @Test
    void nobodyIsDealtWhatHeTypedIn() {
        var typed = new Case(id(1), Optional.empty(), Optional.of(A));
        assertThat(Evenly.deal(List.of(typed), List.of(A, B))).isEqualTo(Map.of(id(1), B));
        assertThat(Evenly.deal(List.of(typed), List.of(A))).isEmpty();
    }

    @Test
    void drawnHandsNeverDifferByMoreThanOneAndComeOutTheSameTwice() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var officers = new ArrayList<UUID>();
            for (int i = 0; i <= random.nextInt(7); i++) {
                officers.add(new UUID(1, i));
            }
            var cases = new ArrayList<Case>();
            for (int i = 0; i < random.nextInt(60); i++) {
                int whose = random.nextInt(officers.size() + 1);
                cases.add(whose == officers.size() ? free(i) : held(i, officers.get(whose)));
            }
            var moves = Evenly.deal(cases, officers);
            assertThat(Evenly.deal(cases, officers)).as("seed %d", seed).isEqualTo(moves);
            var hands = new HashMap<UUID, Integer>();
            officers.forEach(officer -> hands.put(officer, 0));
            cases.forEach(
                    one ->
                            hands.merge(
                                    Optional.ofNullable(moves.get(one.id()))
                                            .or(one::holder)
                                            .orElseThrow(),
                                    1,
                                    Integer::sum));
            int most = hands.values().stream().mapToInt(n -> n).max().orElse(0);
            int least = hands.values().stream().mapToInt(n -> n).min().orElse(0);
            assertThat(most - least).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
    }

    private static Case free(int number) {
        return new Case(id(number), Optional.empty(), Optional.empty());
    }

    private static Case held(int number, UUID holder) {
        return new Case(id(number), Optional.of(holder), Optional.empty());
    }

    private static DeclarationId id(int number) {
        return new DeclarationId(new UUID(7, number));
    }
}

package cutscore.server.declaration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Deals cases out so that no two officers differ by more than one, with as few moves as that takes;
 * the same cases and officers always give the same hands. Nobody is dealt a case that he typed in.
 */
final class Evenly {
    private final Map<UUID, Integer> load = new LinkedHashMap<>();
    private final Map<UUID, Integer> most = new HashMap<>();
    private final Map<DeclarationId, UUID> moves = new LinkedHashMap<>();

    private Evenly(List<UUID> officers) {
        officers.stream().sorted().forEach(officer -> load.put(officer, 0));
    }

    /**
     * A case that can be dealt.
     *
     * @param holder whose it is now, if anybody's
     * @param typedBy the officer who typed it in, if one did
     */
    record Case(DeclarationId id, Optional<UUID> holder, Optional<UUID> typedBy) {}

    /**
     * @param cases in the order of arrival; those of officers who are not dealt to stay there
     * @return which case goes to whom; what stays is not in it
     */
    static Map<DeclarationId, UUID> deal(List<Case> cases, Collection<UUID> officers) {
        if (officers.isEmpty()) {
            return Map.of();
        }
        var table = new Evenly(List.copyOf(officers));
        table.settle(cases);
        return table.moves;
    }

    private void settle(List<Case> cases) {
        var dealt =
                cases.stream()
                        .filter(one -> one.holder().map(load::containsKey).orElse(true))
                        .toList();
        var held = new HashMap<UUID, Integer>();
        dealt.forEach(one -> one.holder().ifPresent(who -> held.merge(who, 1, Integer::sum)));
        shares(dealt.size(), held);
        var free = new ArrayList<Case>();
        for (Case one : dealt) {
            // The earliest stay where they are: somebody may have read them already.
            if (one.holder().filter(who -> load(who) < most(who)).isPresent()) {
                load.merge(one.holder().get(), 1, Integer::sum);
            } else {
                free.add(one);
            }
        }
        free.forEach(this::give);
    }

    /** The remainder stays with those who hold most. */
    private void shares(int cases, Map<UUID, Integer> held) {
        int base = cases / load.size();
        int extra = cases % load.size();
        var byHeld =
                load.keySet().stream()
                        .sorted(
                                Comparator.comparingInt((UUID who) -> -held.getOrDefault(who, 0))
                                        .thenComparing(who -> who))
                        .toList();
        for (int i = 0; i < byHeld.size(); i++) {
            most.put(byHeld.get(i), i < extra ? base + 1 : base);
        }
    }

    private void give(Case one) {
        var to =
                load.keySet().stream()
                        .filter(who -> !one.typedBy().equals(Optional.of(who)))
                        .min(
                                Comparator.comparingInt(
                                                (UUID who) -> load(who) >= most(who) ? 1 : 0)
                                        .thenComparingInt(this::load)
                                        .thenComparing(who -> who));
        to.ifPresent(
                who -> {
                    load.merge(who, 1, Integer::sum);
                    if (!one.holder().equals(Optional.of(who))) {
                        moves.put(one.id(), who);
                    }
                });
    }

    private int load(UUID who) {
        return Objects.requireNonNull(load.get(who));
    }

    private int most(UUID who) {
        return Objects.requireNonNull(most.get(who));
    }
}

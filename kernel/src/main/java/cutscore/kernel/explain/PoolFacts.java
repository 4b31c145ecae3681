package cutscore.kernel.explain;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.PoolRule;
import cutscore.kernel.rule.LineRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where membership of the pool comes from: the line areas on the exam's first day, row by row, and
 * who has an approved declaration.
 */
public final class PoolFacts {
    private final Divisions divisions;
    private final LocalDate day;
    private final Map<DivisionCode, List<AreaList.Row>> listed;
    private final Set<DivisionCode> inForce;
    private final Set<DivisionCode> added;
    private final Set<DivisionCode> removed;
    private final Optional<Set<String>> declared;

    private PoolFacts(
            Divisions divisions,
            LocalDate day,
            Map<DivisionCode, List<AreaList.Row>> listed,
            Set<DivisionCode> inForce,
            Set<DivisionCode> added,
            Set<DivisionCode> removed,
            Optional<Set<String>> declared) {
        this.divisions = divisions;
        this.day = day;
        this.listed = listed;
        this.inForce = inForce;
        this.added = added;
        this.removed = removed;
        this.declared = declared;
    }

    /**
     * @param day the exam's first day
     * @param declared admission numbers with an approved declaration; empty when nobody says who
     *     declared, which no rule but the pool {@code registered} allows
     */
    public static PoolFacts of(
            AreaList areas, LocalDate day, Optional<Set<String>> declared, Divisions divisions) {
        Map<DivisionCode, List<AreaList.Row>> listed = new HashMap<>();
        for (AreaList.Row row : areas.rows()) {
            for (Division county : divisions.counties(row.code())) {
                listed.computeIfAbsent(county.code(), _ -> new ArrayList<>()).add(row);
            }
        }
        return new PoolFacts(
                divisions,
                day,
                listed,
                areas.inForce(day),
                Set.of(),
                Set.of(),
                declared.map(numbers -> Collections.unmodifiableSet(new HashSet<>(numbers))));
    }

    /** The same with other areas and declarations, as if somebody had corrected them. */
    public PoolFacts changed(
            Set<DivisionCode> addedAreas,
            Set<DivisionCode> removedAreas,
            Set<String> declaredAfter) {
        Set<DivisionCode> after = new TreeSet<>(inForce);
        after.addAll(addedAreas);
        after.removeAll(removedAreas);
        boolean said = declared.isPresent() || !declaredAfter.isEmpty();
        return new PoolFacts(
                divisions,
                day,
                listed,
                Collections.unmodifiableSet(after),
                Set.copyOf(addedAreas),
                Set.copyOf(removedAreas),
                said ? Optional.of(Set.copyOf(declaredAfter)) : Optional.empty());
    }

    /** The exam's first day. */
    public LocalDate day() {
        return day;
    }

    /** The counties that are line areas on that day. */
    public Set<DivisionCode> inForce() {
        return inForce;
    }

    /** The counties that an assumed change takes out. */
    public Set<DivisionCode> removed() {
        return removed;
    }

    /** Admission numbers with an approved declaration; nobody when nobody says who declared. */
    public Set<String> declared() {
        return declared.orElse(Set.of());
    }

    /** Whether somebody has an approved declaration; empty when nobody says who declared. */
    public Optional<Boolean> declared(String admissionNumber) {
        return declared.map(numbers -> numbers.contains(admissionNumber));
    }

    /** What the list says of a place. */
    public AreaFact of(DivisionCode place) {
        if (added.contains(place)) {
            return new AreaFact.Added();
        }
        var rows = listed.getOrDefault(place, List.of());
        if (removed.contains(place)) {
            return new AreaFact.Removed(rows);
        }
        var now = rows.stream().filter(row -> row.inForce().contains(day)).toList();
        if (!now.isEmpty()) {
            return new AreaFact.Listed(now);
        }
        if (!rows.isEmpty()) {
            return new AreaFact.NotInForce(rows);
        }
        return divisions.isCounty(place) ? new AreaFact.NotListed() : new AreaFact.CountyNotKnown();
    }

    /** The place's whole name; its code when the table has none. */
    public String name(DivisionCode place) {
        return divisions.fullName(place);
    }

    /** The engine's own rule over these facts. */
    public PoolRule rule(LineRule rule) {
        return new PoolRule(rule, inForce, declared()::contains);
    }
}

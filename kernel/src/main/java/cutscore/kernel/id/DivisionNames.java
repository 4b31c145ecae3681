package cutscore.kernel.id;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds divisions by what people and circulars call them: official names, short names (峨边县, 阿坝州),
 * former names (康定县, 思茅市) and bare stems (巴塘). A form that says what kind of unit it is always goes
 * before a bare one: 阿坝县 is the county, never the prefecture; bare 阿坝 may be either and answers
 * both.
 */
public final class DivisionNames {
    /** Short names that follow no pattern. */
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry("克州", "653000"),
                    Map.entry("巴州", "652800"),
                    Map.entry("博州", "652700"),
                    Map.entry("塔县", "653131"),
                    Map.entry("莫旗", "150722"),
                    Map.entry("鄂温克旗", "150724"),
                    Map.entry("内蒙", "150000"),
                    Map.entry("科右前旗", "152221"),
                    Map.entry("科右中旗", "152222"),
                    Map.entry("科左中旗", "150521"),
                    Map.entry("科左后旗", "150522"),
                    Map.entry("察右前旗", "150926"),
                    Map.entry("察右中旗", "150927"),
                    Map.entry("察右后旗", "150928"),
                    Map.entry("东乌旗", "152525"),
                    Map.entry("西乌旗", "152526"),
                    Map.entry("新左旗", "150726"),
                    Map.entry("新右旗", "150727"),
                    Map.entry("达茂旗", "150223"),
                    Map.entry("土左旗", "150121"),
                    Map.entry("土右旗", "150221"),
                    Map.entry("阿左旗", "152921"),
                    Map.entry("阿右旗", "152922"),
                    Map.entry("前郭县", "220721"),
                    Map.entry("喀左县", "211324"),
                    Map.entry("恩施州", "422800"),
                    Map.entry("景宁县", "331127"),
                    Map.entry("西双版纳州", "532800"));

    private static final int OFFICIAL = 0;
    private static final int FORMER = 1;
    private static final int SHORT = 2;
    private static final int BARE = 3;

    private final Divisions divisions;
    private final Map<String, Map<DivisionCode, Integer>> index = new HashMap<>();
    private int longest;

    DivisionNames(Divisions divisions, Collection<FormerDivision> changes) {
        this.divisions = divisions;
        for (Division d : divisions.everyLevel()) {
            add(d.name(), d.code(), OFFICIAL);
            NameForms.shortForms(d.name()).forEach(form -> add(form, d.code(), SHORT));
            add(NameForms.stem(d.name()), d.code(), BARE);
        }
        for (FormerDivision old : changes) {
            if (divisions.isCounty(old.now())) {
                add(old.oldName(), old.now(), FORMER);
                NameForms.shortForms(old.oldName()).forEach(form -> add(form, old.now(), SHORT));
            }
        }
        OTHERS.forEach((form, code) -> add(form, new DivisionCode(code), SHORT));
    }

    private void add(String form, DivisionCode code, int rank) {
        if (form.length() < 2) {
            return;
        }
        index.computeIfAbsent(form, any -> new TreeMap<>()).merge(code, rank, Math::min);
        longest = Math.max(longest, form.length());
    }

    /** All divisions of the country that go by this name; more than one when it is ambiguous. */
    public List<Division> named(String written) {
        return best(written, any -> true);
    }

    /** The same inside one province or prefecture, itself included. */
    public List<Division> named(String written, DivisionCode within) {
        return best(written, code -> lies(code, within));
    }

    private List<Division> best(String written, Predicate<DivisionCode> where) {
        var found = index.getOrDefault(written, Map.of());
        int rank =
                found.entrySet().stream()
                        .filter(e -> where.test(e.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .min()
                        .orElse(-1);
        return found.entrySet().stream()
                .filter(e -> e.getValue() == rank && where.test(e.getKey()))
                .map(e -> divisions.find(e.getKey()).orElseThrow())
                .toList();
    }

    /**
     * Whether the form names the kind of unit too (峨边县, 阿坝州), so that it can be believed in the
     * middle of a sentence; a bare stem (临夏) cannot.
     */
    public boolean saysItsKind(String written) {
        return index.getOrDefault(written, Map.of()).values().stream().anyMatch(r -> r < BARE)
                && !NameForms.suffix(written).isEmpty();
    }

    /** How many characters the longest name has. */
    public int longest() {
        return longest;
    }

    /**
     * The divisions of a province or prefecture whose name is one wrong, swapped, missing or
     * surplus character away. A suggestion for people, never a resolution. Forms that keep the
     * suffix as written go first.
     */
    public List<Division> nearest(String written, DivisionCode within) {
        Set<Division> sameKind = new LinkedHashSet<>();
        Set<Division> others = new LinkedHashSet<>();
        for (var entry : index.entrySet()) {
            String form = entry.getKey();
            if (!OneOff.apart(written, form) || sharesOnlyItsSuffix(written, form)) {
                continue;
            }
            var hits =
                    entry.getValue().entrySet().stream()
                            .filter(e -> e.getValue() < BARE && lies(e.getKey(), within))
                            .map(e -> divisions.find(e.getKey()).orElseThrow())
                            .toList();
            (NameForms.suffix(form).equals(NameForms.suffix(written)) ? sameKind : others)
                    .addAll(hits);
        }
        var out = new ArrayList<>(sameKind.isEmpty() ? others : sameKind);
        out.sort(Comparator.comparing(Division::code));
        return List.copyOf(out);
    }

    private static boolean sharesOnlyItsSuffix(String written, String form) {
        String stem = NameForms.stem(form);
        return written.chars().noneMatch(c -> stem.indexOf(c) >= 0);
    }

    private static boolean lies(DivisionCode code, DivisionCode within) {
        return code.equals(within)
                || code.prefecture().equals(within)
                || code.province().equals(within);
    }
}

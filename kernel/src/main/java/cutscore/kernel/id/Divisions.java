package cutscore.kernel.id;

import cutscore.kernel.Words;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The divisions of the whole country, as of mid-2023 with the new counties known since, and the
 * codes that were official once. Sources: {@code SOURCES.md} beside the tables.
 *
 * <p>A prefecture without counties (东莞 441900, 中山 442000, 儋州 460400, 嘉峪关 620200) counts as one
 * county-level unit. Counties directly under a province (济源 419001) have no prefecture.
 */
public final class Divisions {
    private final NavigableMap<DivisionCode, Division> table;
    private final Map<DivisionCode, LocalDate> since;
    private final Map<DivisionCode, FormerDivision> former;
    private final Set<DivisionCode> withCounties = new HashSet<>();
    private final List<Division> counties;
    private final DivisionNames names;

    private Divisions(
            NavigableMap<DivisionCode, Division> table,
            Map<DivisionCode, LocalDate> since,
            List<FormerDivision> changes) {
        this.table = Collections.unmodifiableNavigableMap(table);
        this.since = Map.copyOf(since);
        this.former = new TreeMap<>();
        changes.stream()
                .filter(c -> !table.containsKey(c.old()))
                .forEach(c -> former.put(c.old(), c));
        table.keySet().stream()
                .filter(code -> !code.value().endsWith("00"))
                .map(DivisionCode::prefecture)
                .forEach(withCounties::add);
        this.counties = table.values().stream().filter(d -> isCounty(d.code())).toList();
        this.names = new DivisionNames(this, changes);
    }

    /** The table that ships with the kernel, loaded once. */
    public static Divisions builtIn() {
        return Holder.BUILT_IN;
    }

    /** The division with that code in the current table: province, prefecture or county level. */
    public Optional<Division> find(DivisionCode code) {
        return Optional.ofNullable(table.get(code));
    }

    /**
     * The county-level units of a province or prefecture, in code order. A prefecture without
     * counties and a county answer themselves; an unknown code answers nothing.
     */
    public List<Division> counties(DivisionCode parent) {
        if (isCounty(parent)) {
            return List.of(table.get(parent));
        }
        String lead =
                parent.isProvince()
                        ? parent.value().substring(0, 2)
                        : parent.value().substring(0, 4);
        return parent.value().endsWith("00")
                ? counties.stream().filter(d -> d.code().value().startsWith(lead)).toList()
                : List.of();
    }

    /** The same, without units that were not yet made on that day. */
    public List<Division> counties(DivisionCode parent, LocalDate on) {
        return counties(parent).stream().filter(d -> existed(d.code(), on)).toList();
    }

    /** Every county-level unit of the country, prefectures without counties among them. */
    public List<Division> all() {
        return counties;
    }

    /** All provinces, in code order. */
    public List<Division> provinces() {
        return table.values().stream().filter(d -> d.code().isProvince()).toList();
    }

    /** Every entry of the table: provinces, prefectures and county-level units. */
    public List<Division> everyLevel() {
        return List.copyOf(table.values());
    }

    /** Every code of which something is known: current ones, prefectures of counties, former. */
    public Set<DivisionCode> everyCode() {
        Set<DivisionCode> codes = new TreeSet<>(table.keySet());
        codes.addAll(withCounties);
        codes.addAll(former.keySet());
        return codes;
    }

    /** Whether the code is of a county-level unit in the current table. */
    public boolean isCounty(DivisionCode code) {
        return table.containsKey(code) && !code.isProvince() && !withCounties.contains(code);
    }

    /** The whole path, 四川省甘孜藏族自治州道孚县; of an unknown code, the code itself. */
    public String fullName(DivisionCode code) {
        if (!table.containsKey(code)) {
            return code.value();
        }
        var out = new StringBuilder();
        append(out, code.province());
        if (!code.isProvince()) {
            append(out, code.prefecture());
        }
        if (!code.value().endsWith("00")) {
            append(out, code);
        }
        return out.toString();
    }

    private void append(StringBuilder out, DivisionCode code) {
        find(code).ifPresent(d -> out.append(d.name()));
    }

    /**
     * What the code means for an exam whose first day is {@code on}. An old code is mapped whenever
     * it comes: what it stands for matters, not when it was last official.
     */
    public Standing standing(DivisionCode code, LocalDate on) {
        if (isCounty(code)) {
            return existed(code, on) ? new Standing.County(code) : notYet(code);
        }
        if (table.containsKey(code) || withCounties.contains(code)) {
            return new Standing.CountyNotKnown(code);
        }
        var change = former.get(code);
        if (change == null) {
            return new Standing.Unknown(
                    code, new Words("行政区划表里没有代码 " + code, "no division has the code " + code));
        }
        return isCounty(change.now())
                ? new Standing.Renumbered(code, change.now(), change.note(this))
                : new Standing.CountyNotKnown(code);
    }

    private boolean existed(DivisionCode code, LocalDate on) {
        var made = since.get(code);
        return made == null || !on.isBefore(made);
    }

    private Standing notYet(DivisionCode code) {
        String name = fullName(code) + " " + code;
        return new Standing.Unknown(
                code,
                new Words(
                        name + " 自 " + since.get(code) + " 起才设立",
                        name + " did not exist before " + since.get(code)));
    }

    /** What stands for an old code today; empty when the code is current or was never known. */
    public Optional<Division> currentFor(DivisionCode old) {
        return Optional.ofNullable(former.get(old)).flatMap(change -> find(change.now()));
    }

    /** Finding divisions by what people call them. */
    public DivisionNames names() {
        return names;
    }

    private static final class Holder {
        static final Divisions BUILT_IN = load();

        private static Divisions load() {
            var table = new TreeMap<DivisionCode, Division>();
            var since = new TreeMap<DivisionCode, LocalDate>();
            for (var row : DivisionFiles.rows("divisions.csv")) {
                var code = new DivisionCode(row.get(0));
                table.put(code, new Division(code, row.get(1)));
                if (!row.get(2).isEmpty()) {
                    since.put(code, LocalDate.parse(row.get(2)));
                }
            }
            var changes =
                    DivisionFiles.rows("division-changes.csv").stream()
                            .map(FormerDivision::of)
                            .toList();
            return new Divisions(table, since, changes);
        }
    }
}

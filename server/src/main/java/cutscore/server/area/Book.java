package cutscore.server.area;

import static java.util.stream.Collectors.groupingBy;

import cutscore.kernel.Words;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The whole law book in memory, at one version, and how it answers.
 *
 * <p>A province's own circular governs its province from the day it is in force: what it lists is
 * the list. Where none is in force, the national documents answer. A county that a national
 * document names and the governing circular leaves out is "not known": two official texts disagree,
 * and that is not ours to settle.
 *
 * @param version counts what was added; another number means there is more
 */
record Book(long version, Map<DivisionCode, List<LineArea>> byProvince, Aliases aliases) {
    private static final Divisions DIVISIONS = Divisions.builtIn();

    static Book of(long version, List<LineArea> rows, Aliases aliases) {
        return new Book(
                version, rows.stream().collect(groupingBy(r -> r.division().province())), aliases);
    }

    AreaAnswer ask(DivisionCode asked, LocalDate on, Instant known) {
        return switch (DIVISIONS.standing(asked, on)) {
            case Standing.County(var county) -> county(county, on, known);
            case Standing.Renumbered(_, var county, _) -> county(county, on, known);
            case Standing.CountyNotKnown(var wide) -> counties(wide, on, known);
            case Standing.Unknown(var code, var why) -> new AreaAnswer.NoSuchDivision(code, why);
        };
    }

    private AreaAnswer counties(DivisionCode wide, LocalDate on, Instant known) {
        var parent =
                DIVISIONS.find(wide).isPresent()
                        ? wide
                        : DIVISIONS.currentFor(wide).map(Division::code).orElse(wide);
        var inside =
                DIVISIONS.counties(parent, on).stream()
                        .map(d -> county(d.code(), on, known))
                        .toList();
        if (inside.isEmpty()) {
            return new AreaAnswer.NoSuchDivision(
                    wide, new Words("行政区划表里没有代码 " + wide, "no division has the code " + wide));
        }
        return new AreaAnswer.Counties(parent, name(parent), inside);
    }

    private AreaAnswer county(DivisionCode county, LocalDate on, Instant known) {
        var province = rowsKnown(county.province(), on, known);
        var here = province.stream().filter(r -> r.division().equals(county)).toList();
        var national = here.stream().filter(r -> !r.isOfACircular()).toList();
        var governing = governing(province);
        if (governing.isEmpty()) {
            return national.isEmpty()
                    ? Gaps.find(county, on)
                            .filter(_ -> isFounded(known))
                            .<AreaAnswer>map(why -> notKnown(county, why))
                            .orElseGet(() -> outOrNothingKnown(county, known))
                    : in(county, national);
        }
        var listed = here.stream().filter(r -> r.document().equals(governing.get())).toList();
        if (!listed.isEmpty()) {
            var all = new ArrayList<>(listed);
            all.addAll(national);
            return in(county, all);
        }
        return national.isEmpty()
                ? new AreaAnswer.Out(county, name(county))
                : notKnown(county, Gaps.DOCUMENTS_DISAGREE);
    }

    private AreaAnswer outOrNothingKnown(DivisionCode county, Instant known) {
        return isFounded(known)
                ? new AreaAnswer.Out(county, name(county))
                : notKnown(county, Gaps.NOTHING_RECORDED);
    }

    private boolean isFounded(Instant known) {
        return byProvince.values().stream().flatMap(List::stream).anyMatch(r -> r.isKnownAt(known));
    }

    /** The line areas of a province: the governing circular's list, or the national documents'. */
    Set<DivisionCode> inForce(DivisionCode province, LocalDate on, Instant known) {
        var rows = rowsKnown(province, on, known);
        var governing = governing(rows);
        var out = new TreeSet<DivisionCode>();
        rows.stream()
                .filter(
                        r ->
                                governing.isEmpty()
                                        ? !r.isOfACircular()
                                        : r.document().equals(governing.get()))
                .forEach(r -> out.add(r.division()));
        return out;
    }

    Set<DivisionCode> inForce(LocalDate on, Instant known) {
        var out = new TreeSet<DivisionCode>();
        byProvince.keySet().forEach(province -> out.addAll(inForce(province, on, known)));
        return out;
    }

    /** What one circular lists, whatever its province. */
    Set<DivisionCode> listed(CircularId circular) {
        var out = new TreeSet<DivisionCode>();
        byProvince.values().stream()
                .flatMap(List::stream)
                .filter(r -> r.designation().document().circular().equals(Optional.of(circular)))
                .forEach(r -> out.add(r.division()));
        return out;
    }

    private List<LineArea> rowsKnown(DivisionCode province, LocalDate on, Instant known) {
        return byProvince.getOrDefault(province, List.of()).stream()
                .filter(r -> r.isKnownAt(known) && r.isInForceOn(on))
                .toList();
    }

    /** The circular whose list began last; of two for the same session, the one agreed to last. */
    private static Optional<UUID> governing(List<LineArea> rows) {
        return rows.stream()
                .filter(LineArea::isOfACircular)
                .max(
                        Comparator.comparing(LineArea::from)
                                .thenComparing(LineArea::recordedAt)
                                .thenComparing(LineArea::document))
                .map(LineArea::document);
    }

    private static AreaAnswer in(DivisionCode county, List<LineArea> rows) {
        var since = rows.stream().map(LineArea::from).min(Comparator.naturalOrder()).orElseThrow();
        return new AreaAnswer.In(
                county, name(county), rows.stream().map(LineArea::designation).toList(), since);
    }

    private static AreaAnswer notKnown(DivisionCode county, Words why) {
        return new AreaAnswer.NotKnown(county, name(county), why);
    }

    private static String name(DivisionCode code) {
        return DIVISIONS.find(code).map(Division::name).orElse(code.value());
    }
}

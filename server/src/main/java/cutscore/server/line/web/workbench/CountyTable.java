package cutscore.server.line.web.workbench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.line.web.ShownRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pool county by county at the line held up, and what one step lower or higher would change. A
 * county of fewer than five people is never shown alone: such counties stand in one row, and the
 * next smallest joins them while that row itself is smaller than five.
 *
 * @param shown counties of five people and more, in code order
 * @param folded the small ones together; empty where there is none, or nobody else to stand among
 */
record CountyTable(List<Row> shown, List<Row> folded) {
    static final int LEAST = 5;

    /** So many stand beside the charts; the tables have all. */
    private static final int FIRST = 20;

    /**
     * One county, or several small ones.
     *
     * @param name its own name, empty for several
     * @param above what it lies in
     * @param counties how many
     * @param people of the pool
     * @param national of them, who meet the national line
     * @param passed who pass at the line held up
     * @param lower who would pass one step lower
     * @param higher who would pass one step higher
     */
    record Row(
            DivisionCode code,
            String name,
            String above,
            int counties,
            long people,
            long national,
            long passed,
            long lower,
            long higher) {

        long gained() {
            return passed - national;
        }

        private Row and(Row other) {
            return new Row(
                    code,
                    "",
                    "",
                    counties + other.counties,
                    people + other.people,
                    national + other.national,
                    passed + other.passed,
                    lower + other.lower,
                    higher + other.higher);
        }
    }

    /**
     * @param counted with four lines each: national, held up, one step lower, one step higher
     */
    static CountyTable of(List<Headcount.County> counted) {
        var shown = new ArrayList<>(counted.stream().map(CountyTable::row).toList());
        var small = new ArrayList<>(shown.stream().filter(r -> r.people() < LEAST).toList());
        shown.removeAll(small);
        while (!small.isEmpty() && !shown.isEmpty() && people(small) < LEAST) {
            var next = shown.stream().min(Comparator.comparingLong(Row::people)).orElseThrow();
            shown.remove(next);
            small.add(next);
        }
        boolean hidden = people(small) < LEAST;
        var folded = small.stream().reduce(Row::and).filter(_ -> !hidden);
        return new CountyTable(List.copyOf(shown), folded.stream().toList());
    }

    /** All of them, or those of most people, in code order. */
    List<Row> first(boolean all) {
        if (all || shown.size() <= FIRST) {
            return shown;
        }
        var most =
                shown.stream()
                        .sorted(Comparator.comparingLong(Row::people).reversed())
                        .limit(FIRST)
                        .toList();
        return shown.stream().filter(most::contains).toList();
    }

    /** How many counties stand in the tables alone. */
    int left() {
        return Math.max(0, shown.size() - FIRST);
    }

    /** +12, −3, 0. */
    static String signed(long change) {
        String people = ShownRate.people(Math.abs(change));
        return change == 0 ? people : (change > 0 ? "+" : "−") + people;
    }

    private static long people(List<Row> rows) {
        return rows.stream().mapToLong(Row::people).sum();
    }

    private static Row row(Headcount.County county) {
        long[] at = county.passed();
        var divisions = Divisions.builtIn();
        String full = divisions.fullName(county.county());
        String name = divisions.find(county.county()).map(d -> d.name()).orElse(full);
        boolean longer = full.endsWith(name) && !full.equals(name);
        return new Row(
                county.county(),
                name,
                longer ? full.substring(0, full.length() - name.length()) : "",
                1,
                county.people(),
                at[0],
                at[1],
                at[2],
                at[3]);
    }
}

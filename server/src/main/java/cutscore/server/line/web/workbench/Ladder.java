package cutscore.server.line.web.workbench;

import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines one after another along the one mark that is being moved, and how many of the pool pass
 * at each: the lowest first, the national line last.
 *
 * @param rungs at least one
 */
record Ladder(List<Rung> rungs) {

    /**
     * One line.
     *
     * @param at the mark or total being moved
     */
    record Rung(Score at, RateComparison compared) {
        long passed() {
            return compared.passed();
        }

        boolean holds() {
            return compared.holds();
        }
    }

    Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * @param considered the line whose mark is moved, in the rule's shape
     * @param subject which mark of a line by subject, from 0
     * @param counts with somebody in the pool
     */
    static Ladder of(LineRule rule, KeyCounts counts, PassingLine considered, int subject) {
        return switch (considered) {
            case PassingLine.EachSubject _ -> uniform(rule, counts);
            case PassingLine.BySubject by -> bySubject(rule, counts, by, subject);
            case PassingLine.TotalAndFloor(_, var floor) -> totals(rule, counts, floor);
        };
    }

    /** Where the mark stands on it; the lowest rung for a mark that is none. */
    int indexOf(Score at) {
        return IntStream.range(0, rungs.size())
                .filter(i -> rungs.get(i).at().equals(at))
                .findFirst()
                .orElse(0);
    }

    private static Ladder uniform(LineRule rule, KeyCounts counts) {
        var marks = marks(rule);
        long[] passed = passed(rule, counts, marks, new Lowest());
        return of(rule, counts, marks, passed, PassingLine.EachSubject::new);
    }

    private static Ladder bySubject(
            LineRule rule, KeyCounts counts, PassingLine.BySubject by, int subject) {
        var marks = marks(rule);
        int[] others = by.marks().stream().mapToInt(Score::halfPoints).toArray();
        others[subject] = 0;
        long[] passed = passed(rule, counts, marks, new OneSubject(others, subject));
        return of(rule, counts, marks, passed, mark -> by.with(subject, mark));
    }

    private static Ladder totals(LineRule rule, KeyCounts counts, Score floor) {
        int subjects = counts.pool().dimensions();
        int step = rule.grid().step().halfPoints();
        int national = rule.national().halfPoints();
        var totals = new ArrayList<Score>();
        for (int half = subjects * floor.halfPoints(); half < subjects * national; half += step) {
            totals.add(new Score(half));
        }
        var moved = new Total(floor.halfPoints(), national, subjects * national);
        totals.add(new Score(subjects * national));
        long[] passed = passed(rule, counts, totals, moved);
        passed[passed.length - 1] = counts.pool().reaching(rule.national());
        return of(
                rule,
                counts,
                totals,
                passed,
                total ->
                        total.halfPoints() == subjects * national
                                ? new PassingLine.EachSubject(rule.national())
                                : new PassingLine.TotalAndFloor(total, floor));
    }

    private static List<Score> marks(LineRule rule) {
        var marks = new ArrayList<>(rule.grid().below(rule.national()));
        marks.add(rule.national());
        return marks;
    }

    /** What of a mark sheet is held against the moved mark, in half points; -1 for nothing. */
    private interface Moved {
        int of(int[] marks);
    }

    private record Lowest() implements Moved {
        @Override
        public int of(int[] marks) {
            int lowest = Integer.MAX_VALUE;
            for (int mark : marks) {
                lowest = Math.min(lowest, mark);
            }
            return lowest;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record OneSubject(int[] others, int subject) implements Moved {
        @Override
        public int of(int[] marks) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] < others[i]) {
                    return -1;
                }
            }
            return marks[subject];
        }
    }

    private record Total(int floor, int national, int top) implements Moved {
        @Override
        public int of(int[] marks) {
            int sum = 0;
            int lowest = Integer.MAX_VALUE;
            for (int mark : marks) {
                sum += mark;
                lowest = Math.min(lowest, mark);
            }
            if (lowest >= national) {
                return top;
            }
            return lowest >= floor ? sum : -1;
        }
    }

    /** Everybody counted once, at the highest rung they reach; then summed from the top down. */
    private static long[] passed(LineRule rule, KeyCounts counts, List<Score> marks, Moved moved) {
        long[] passed = new long[marks.size()];
        int first = marks.getFirst().halfPoints();
        int step = rule.grid().step().halfPoints();
        counts.pool()
                .forEach(
                        (halfPoints, people) -> {
                            int mark = moved.of(halfPoints);
                            if (mark >= first) {
                                int rung = Math.min((mark - first) / step, passed.length - 1);
                                passed[rung] += people;
                            }
                        });
        for (int i = passed.length - 2; i >= 0; i--) {
            passed[i] += passed[i + 1];
        }
        return passed;
    }

    private interface LineAt {
        PassingLine at(Score mark);
    }

    private static Ladder of(
            LineRule rule, KeyCounts counts, List<Score> marks, long[] passed, LineAt lines) {
        long national = counts.nationalPassed(rule.national());
        return new Ladder(
                IntStream.range(0, marks.size())
                        .mapToObj(
                                i ->
                                        new Rung(
                                                marks.get(i),
                                                new RateComparison(
                                                        lines.at(marks.get(i)),
                                                        passed[i],
                                                        counts.pool().people(),
                                                        national,
                                                        counts.examinees())))
                        .toList());
    }
}

package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A mark of its own for each subject: every vector of the grid, with who reaches it. The vectors
 * are walked in layers of the first of three subjects, from the national mark down; a layer adds
 * the people of its mark and sums them up in the other two. Fewer subjects have layers of one.
 */
final class VectorSearch implements LineSearch.Candidates {
    private final LineRule rule;
    private final GridPeople people;
    private final CandidateLines lines;
    private final int[] sizes;

    VectorSearch(LineRule rule, MarkCounts pool) {
        this.rule = rule;
        this.people = new GridPeople(rule, pool);
        this.lines = new CandidateLines(rule, pool.dimensions());
        this.sizes = people.sizes();
    }

    /** Takes one layer: how many reach the layer's mark and at least those of the other two. */
    private interface EachLayer {
        void take(int first, long[] reaching);
    }

    private void layers(EachLayer each) {
        long[] there = new long[sizes[1] * sizes[2]];
        long[] reaching = new long[there.length];
        for (int first = sizes[0] - 1; first >= 0; first--) {
            people.addLayer(first, there);
            for (int row = there.length - sizes[2]; row >= 0; row -= sizes[2]) {
                long sum = 0;
                boolean top = row == there.length - sizes[2];
                for (int at = row + sizes[2] - 1; at >= row; at--) {
                    sum += there[at];
                    reaching[at] = top ? sum : sum + reaching[at + sizes[2]];
                }
            }
            each.take(first, reaching);
        }
    }

    @Override
    public Optional<LineSearch.Reached> best(long most) {
        var best = new Best(sizes);
        layers((first, reaching) -> best.look(first, reaching, most));
        return Optional.ofNullable(best.vector()).map(found -> reached(found, best.passed));
    }

    @Override
    public List<LineSearch.Reached> frontier(long most) {
        var frontier = new Frontier(sizes, most);
        layers(frontier::look);
        return frontier.lawful.stream().map(at -> reached(at.vector(), at.passed())).toList();
    }

    private LineSearch.Reached reached(int[] vector, long passed) {
        return new LineSearch.Reached(line(vector), passed);
    }

    private PassingLine line(int[] vector) {
        int lowest = rule.grid().lowest().halfPoints();
        int step = rule.grid().step().halfPoints();
        return new PassingLine.BySubject(
                Arrays.stream(vector, vector.length - people.subjects(), vector.length)
                        .mapToObj(at -> new Score(lowest + at * step))
                        .toList());
    }

    @Override
    public long nationalPassed() {
        return passed(PassingLine.BySubject.of(rule.national(), people.subjects()));
    }

    @Override
    public List<PassingLine> oneStepLower(PassingLine line) {
        return lines.oneStepLower(line).toList();
    }

    @Override
    public long passed(PassingLine line) {
        return people.reaching(people.vector(line));
    }

    @Override
    public List<MeasuredKey.Row> table(Optional<PassingLine> line) {
        var held = line.orElse(PassingLine.BySubject.of(rule.national(), people.subjects()));
        int[] vector = people.vector(held);
        List<Score> marks = lines.upToNational().toList();
        List<MeasuredKey.Row> rows = new ArrayList<>();
        for (int subject = 1; subject <= people.subjects(); subject++) {
            int axis = sizes.length - people.subjects() + subject - 1;
            long[] reaching = people.reaching(vector, axis);
            int of = subject;
            IntStream.range(0, marks.size())
                    .mapToObj(at -> new MeasuredKey.InSubject(of, marks.get(at), reaching[at]))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** The lawful vector that passes most people, the milder one among equals. */
    private static final class Best {
        private final int[] sizes;
        private long passed = -1;
        private int @org.jspecify.annotations.Nullable [] vector;

        Best(int[] sizes) {
            this.sizes = sizes;
        }

        void look(int first, long[] reaching, long most) {
            boolean national = first == sizes[0] - 1;
            int cells = national ? reaching.length - 1 : reaching.length;
            for (int at = 0; at < cells; at++) {
                if (reaching[at] <= most && reaching[at] >= passed) {
                    take(reaching[at], new int[] {first, at / sizes[2], at % sizes[2]});
                }
            }
        }

        private void take(long now, int[] candidate) {
            if (vector == null || now > passed || isMilder(candidate, vector)) {
                passed = now;
                vector = candidate;
            }
        }

        /** Less reduced in all, then in its most reduced subject, then in the earlier ones. */
        private boolean isMilder(int[] one, int[] other) {
            int all = 0;
            int most = 0;
            int otherMost = 0;
            for (int i = 0; i < sizes.length; i++) {
                all += one[i] - other[i];
                most = Math.max(most, sizes[i] - one[i]);
                otherMost = Math.max(otherMost, sizes[i] - other[i]);
            }
            if (all != 0) {
                return all > 0;
            }
            return most == otherMost ? Arrays.compare(one, other) > 0 : most < otherMost;
        }

        int @org.jspecify.annotations.Nullable [] vector() {
            return vector;
        }
    }

    /** A vector's places, and who reaches them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record At(int[] vector, long passed) {}

    /** The lawful vectors of which no mark can be lowered; needs the layer below to tell. */
    private static final class Frontier {
        private final int[] sizes;
        private final long most;
        private final List<At> lawful = new ArrayList<>();
        private List<At> above = List.of();

        Frontier(int[] sizes, long most) {
            this.sizes = sizes;
            this.most = most;
        }

        void look(int first, long[] reaching) {
            above.stream()
                    .filter(at -> reaching[at.vector()[1] * sizes[2] + at.vector()[2]] > most)
                    .forEach(lawful::add);
            boolean national = first == sizes[0] - 1;
            List<At> here = new ArrayList<>();
            for (int at = 0; at < (national ? reaching.length - 1 : reaching.length); at++) {
                boolean lowest =
                        (at % sizes[2] == 0 || reaching[at - 1] > most)
                                && (at < sizes[2] || reaching[at - sizes[2]] > most);
                if (reaching[at] <= most && lowest) {
                    int[] vector = {first, at / sizes[2], at % sizes[2]};
                    here.add(new At(vector, reaching[at]));
                }
            }
            above = here;
            if (first == 0) {
                lawful.addAll(here);
            }
        }
    }
}

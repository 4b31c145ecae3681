package cutscore.server.line.web.workbench;

import cutscore.kernel.score.Score;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pass-rate curves of two scenarios over the same axis of marks, each with its own ceiling and
 * its own line.
 */
record TwoCurves(Side one, Side other, Frame frame) {
    private static final long MILLION = 1_000_000;

    /** One scenario's curve with its line held up. */
    record Side(Ladder ladder, int rung) {
        Ladder.Rung held() {
            return ladder.rungs().get(rung);
        }

        private long rate(int at) {
            var compared = ladder.rungs().get(at).compared();
            return compared.passed() * MILLION / compared.pool();
        }

        private long ceiling() {
            var compared = held().compared();
            return compared.nationalPassed() * MILLION / compared.nationalExaminees();
        }

        private Score mark(int at) {
            return ladder.rungs().get(at).at();
        }

        /** As for one curve alone: what lies far above the ceiling is not drawn. */
        private int first() {
            return RateCurve.of(ladder, rung, Frame.WIDE).first();
        }
    }

    String path(Side side) {
        var out = new StringBuilder();
        for (int i = 0; i < side.ladder().rungs().size(); i++) {
            if (side.mark(i).halfPoints() >= from()) {
                out.append(out.isEmpty() ? 'M' : 'L').append(x(side.mark(i))).append(' ');
                out.append(frame.y(side.rate(i), top()));
            }
        }
        return out.toString();
    }

    String x(Score mark) {
        return frame.x(mark.halfPoints() - from(), to() - from());
    }

    String ceilingY(Side side) {
        return frame.y(side.ceiling(), top());
    }

    String heldY(Side side) {
        return frame.y(side.rate(side.rung()), top());
    }

    List<RateCurve.Height> heights() {
        return RateCurve.heights(top(), frame);
    }

    /** Whether the first line stands at or to the start of the second: its words on that side. */
    boolean leads() {
        return one.held().at().compareTo(other.held().at()) <= 0;
    }

    Score lowest() {
        return new Score((int) from());
    }

    Score highest() {
        return new Score((int) to());
    }

    private long from() {
        return sides().mapToInt(s -> s.mark(s.first()).halfPoints()).min().orElse(0);
    }

    private long to() {
        return sides().mapToInt(s -> s.ladder().rungs().getLast().at().halfPoints())
                .max()
                .orElse(1);
    }

    private long top() {
        long highest =
                sides().mapToLong(s -> Math.max(s.ceiling(), s.rate(s.first()))).max().orElse(1);
        return Math.max(1, highest + highest / 12);
    }

    private Stream<Side> sides() {
        return Stream.of(one, other);
    }
}

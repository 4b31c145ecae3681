package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How the marks of one subject are spread: the pool against all examinees, each as a share of its
 * own people, point by point.
 *
 * @param subject its name
 * @param marks by half points
 * @param full the full mark
 * @param national the national mark
 * @param line the mark held up in this subject
 */
record MarkSpread(Words subject, Headcount.Marks marks, Score full, Score national, Score line) {
    private static final Frame FRAME = Frame.SMALL;
    private static final long MILLION = 1_000_000;

    Frame frame() {
        return FRAME;
    }

    long poolPeople() {
        return LongStream.of(marks.pool()).sum();
    }

    long allPeople() {
        return LongStream.of(marks.all()).sum();
    }

    long poolReaching() {
        return reaching(marks.pool());
    }

    long allReaching() {
        return reaching(marks.all());
    }

    /** The pool's steps: an open path over the points. */
    String poolPath() {
        return steps(marks.pool(), false);
    }

    /** Everybody's steps, closed to be filled. */
    String allPath() {
        return steps(marks.all(), true);
    }

    String x(Score mark) {
        return FRAME.x(mark.halfPoints(), end());
    }

    /**
     * Five points together; in the last one, the full mark too.
     *
     * @param words 35–39.5
     */
    record Band(String words, long pool, long all) {}

    /** The table twin of the drawing. */
    List<Band> bands() {
        var bands = new ArrayList<Band>();
        for (int from = 0; from < full.halfPoints(); from += 10) {
            boolean last = from + 10 >= full.halfPoints();
            int to = last ? full.halfPoints() : from + 9;
            String words = new Score(from) + "–" + new Score(to);
            bands.add(
                    new Band(
                            words,
                            between(marks.pool(), from, to),
                            between(marks.all(), from, to)));
        }
        return bands;
    }

    private static long between(long[] of, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToLong(half -> of[half]).sum();
    }

    /** The mark in the middle; a dash without anybody. */
    static String middle(long[] marks) {
        long people = LongStream.of(marks).sum();
        long seen = 0;
        for (int half = 0; half < marks.length; half++) {
            seen += marks[half];
            if (people > 0 && 2 * seen >= people) {
                return new Score(half).toString();
            }
        }
        return "—";
    }

    private long reaching(long[] of) {
        return IntStream.range(line.halfPoints(), of.length).mapToLong(half -> of[half]).sum();
    }

    private String steps(long[] of, boolean closed) {
        long top = Math.max(highest(marks.pool()), highest(marks.all()));
        var out = new StringBuilder("M").append(x(new Score(0)));
        out.append(' ').append(closed ? FRAME.bottom() : FRAME.y(share(of, 0), top));
        for (int bin = 0; bin < bins(); bin++) {
            out.append('V').append(FRAME.y(share(of, bin), top));
            out.append('H').append(FRAME.x(Math.min((bin + 1L) * bin(), end()), end()));
        }
        return closed ? out.append('V').append(FRAME.bottom()).append('Z').toString() : out + "";
    }

    private long highest(long[] of) {
        return IntStream.range(0, bins()).mapToLong(bin -> share(of, bin)).max().orElse(1);
    }

    /** Half points that are drawn together: finer only where people are many. */
    private int bin() {
        return poolPeople() < 2000 ? 5 : 2;
    }

    private int bins() {
        return (end() + bin() - 1) / bin();
    }

    private int end() {
        return full.halfPoints();
    }

    /** Parts per million of these people in the bin; the full mark lies in the last. */
    private long share(long[] of, int bin) {
        long people = LongStream.of(of).sum();
        boolean last = bin == bins() - 1;
        long here = between(of, bin * bin(), last ? end() : (bin + 1) * bin() - 1);
        return people == 0 ? 0 : here * MILLION / people;
    }
}

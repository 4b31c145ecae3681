package cutscore.spark;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.KeyTally;
import cutscore.kernel.line.MarkCounts;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * People who count alike, written as one line of text, because a text has the same hash in every
 * JVM of a cluster: where they stand, their marks in half points, what they sat for.
 */
final class Cell {
    private static final String OCCURS = "occurs";
    private static final String POOL = "pool";
    private static final String OUTSIDE = "outside";

    private Cell() {}

    /** Adds one qualification's counts, in the text form. */
    static void write(KeyCounts counts, Map<String, Long> people) {
        String name = counts.key();
        people.merge(text(OCCURS, "", name), 0L, Long::sum);
        write(POOL, counts.pool(), name, people);
        write(OUTSIDE, counts.outside(), name, people);
    }

    private static void write(
            String where, MarkCounts counts, String name, Map<String, Long> people) {
        counts.forEach(
                (marks, howMany) -> {
                    String halves =
                            Arrays.stream(marks)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(","));
                    people.merge(text(where, halves, name), howMany, Long::sum);
                });
        if (counts.unmarked() > 0) {
            people.merge(text(where, "", name), counts.unmarked(), Long::sum);
        }
    }

    private static String text(String where, String marks, String qualification) {
        return where + "\t" + marks + "\t" + qualification;
    }

    /**
     * Counts what a text says.
     *
     * @throws IllegalArgumentException when the table has no such qualification
     */
    static void count(String text, long people, Qualifications table, KeyTally tally) {
        String[] parts = text.split("\t", 3);
        Qualification qualification =
                table.find(parts[2])
                        .orElseThrow(() -> new IllegalArgumentException("unknown: " + parts[2]));
        boolean measured = parts[0].equals(POOL);
        if (parts[0].equals(OCCURS)) {
            tally.occurs(qualification);
        } else if (parts[1].isEmpty()) {
            tally.addUnmarked(qualification, measured, people);
        } else {
            int[] halves =
                    Arrays.stream(parts[1].split(",", -1)).mapToInt(Integer::parseInt).toArray();
            tally.add(qualification, measured, halves, people);
        }
    }
}

package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fewest marks more that would reach a line, if the line stayed as it is.
 *
 * @param subjects each subject that has to rise, in order
 * @param total how far the sum is short after that, in any subjects; empty when it is not
 */
public record NeededMarks(List<Raise> subjects, Optional<Total> total) {
    public NeededMarks {
        subjects = List.copyOf(subjects);
    }

    /**
     * One subject that has to rise.
     *
     * @param number from 1
     * @param by half points; empty when the subject has no mark
     * @param to what it has to reach
     */
    public record Raise(int number, String name, Optional<Integer> by, Score to) {

        Words words() {
            return by.map(
                            half ->
                                    new Words(
                                            name + "再高 " + Points.of(half) + " 分（到 " + to + " 分）",
                                            Points.of(half)
                                                    + " more in subject "
                                                    + number
                                                    + " (to "
                                                    + to
                                                    + ")"))
                    .orElse(
                            new Words(
                                    name + "有成绩且不低于 " + to + " 分",
                                    "a mark of at least " + to + " in subject " + number));
        }
    }

    /**
     * A sum that has to rise.
     *
     * @param by half points
     * @param to what it has to reach
     */
    public record Total(int by, Score to) {

        Words words() {
            return new Words(
                    "总分再高 " + Points.of(by) + " 分（到 " + to + " 分）",
                    Points.of(by) + " more in total (to " + to + ")");
        }
    }

    public boolean isNothing() {
        return subjects.isEmpty() && total.isEmpty();
    }

    /** As one clause: 科目二再高 1.5 分（到 38 分）. */
    public Words words() {
        var parts = new java.util.ArrayList<>(subjects.stream().map(Raise::words).toList());
        total.map(Total::words).ifPresent(parts::add);
        return new Words(
                parts.stream().map(Words::zh).collect(Collectors.joining("，")),
                parts.stream().map(Words::en).collect(Collectors.joining(", ")));
    }

    Json toJson() {
        var json =
                Json.object()
                        .put(
                                "subjects",
                                Json.array(subjects.stream().map(NeededMarks::raise).toList()));
        total.ifPresent(
                sum ->
                        json.put(
                                "total",
                                Json.object()
                                        .put("by", Points.of(sum.by()))
                                        .put("to", sum.to().toString())
                                        .build()));
        return json.build();
    }

    private static Json raise(Raise raise) {
        return Json.object()
                .put("subject", raise.name())
                .put("by", raise.by().map(Points::of).orElse(null))
                .put("to", raise.to().toString())
                .build();
    }
}

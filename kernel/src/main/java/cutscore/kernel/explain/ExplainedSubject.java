package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.Optional;

/**
 * One subject beside what is asked of it.
 *
 * @param number from 1
 * @param name as the qualification names it
 * @param line what the separate line asks of this subject by itself; empty where the national line
 *     stands
 */
public record ExplainedSubject(
        int number, String name, SubjectScore score, Optional<Score> line, Score national) {

    /** How many half points the mark lies above the separate line; negative below. */
    public Optional<Integer> toLine() {
        return line.flatMap(this::distance);
    }

    /** The same to the national mark. */
    public Optional<Integer> toNational() {
        return distance(national);
    }

    /** What the subject has to reach: the separate line where there is one. */
    public Score asked() {
        return line.orElse(national);
    }

    /** Whether it does. */
    public boolean reached() {
        return score.reaches(asked());
    }

    private Optional<Integer> distance(Score asked) {
        return score instanceof SubjectScore.Marked(var mark)
                ? Optional.of(mark.halfPoints() - asked.halfPoints())
                : Optional.empty();
    }

    /** {@code marked}, {@code absent} or {@code voided}. */
    public String state() {
        return switch (score) {
            case SubjectScore.Marked _ -> "marked";
            case SubjectScore.Absent _ -> "absent";
            case SubjectScore.Voided _ -> "voided";
        };
    }

    /** Mark, line and national mark in one sentence, with the distances. */
    public Words words() {
        var asked = asked();
        String zhLine = (line.isPresent() ? "单独线 " : "全国线 ") + asked;
        String enLine = (line.isPresent() ? "separate line " : "national line ") + asked;
        return switch (score) {
            case SubjectScore.Absent _ ->
                    new Words(
                            name + "：缺考，达不到任何线（" + zhLine + "）",
                            "subject " + number + ": absent, reaches no line (" + enLine + ")");
            case SubjectScore.Voided _ ->
                    new Words(
                            name + "：违纪，该科成绩取消，达不到任何线（" + zhLine + "）",
                            "subject " + number + ": voided, reaches no line (" + enLine + ")");
            case SubjectScore.Marked(var mark) -> marked(mark, asked, zhLine, enLine);
        };
    }

    private Words marked(Score mark, Score asked, String zhLine, String enLine) {
        int over = mark.halfPoints() - asked.halfPoints();
        String zh = over < 0 ? "差 " + Points.of(over) + " 分" : over == 0 ? "恰好达到" : overZh(over);
        String en =
                over < 0
                        ? Points.of(over) + " short"
                        : over == 0 ? "met exactly" : Points.of(over) + " above";
        boolean both = line.isPresent() && !mark.reaches(national);
        return new Words(
                name + "：" + mark + " 分，" + zhLine + "，" + zh + (both ? "；全国线 " + national : ""),
                "subject "
                        + number
                        + ": "
                        + mark
                        + ", "
                        + enLine
                        + ", "
                        + en
                        + (both ? "; national line " + national : ""));
    }

    private static String overZh(int over) {
        return "高出 " + Points.of(over) + " 分";
    }

    /** As every document has it; marks as text, distances signed. */
    public Json.Obj toJson() {
        return Json.object()
                .put("subject", name)
                .put("mark", score instanceof SubjectScore.Marked(var m) ? m.toString() : null)
                .put("state", state())
                .put("line", line.map(Score::toString).orElse(null))
                .put("national", national.toString())
                .put("toLine", toLine().map(Points::signed).orElse(null))
                .put("toNational", toNational().map(Points::signed).orElse(null))
                .build();
    }
}

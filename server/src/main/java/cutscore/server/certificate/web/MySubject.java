package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import cutscore.server.roster.RosterEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One subject: the marks as a line and as words.
 *
 * @param name in Chinese, as the qualification names it
 * @param state what is said when there is no mark: 缺考, 违纪
 */
record MySubject(String name, Words state, NumberLine line) {
    private static final Words ABSENT = new Words("缺考", "absent");
    private static final Words VOIDED = new Words("成绩取消", "void");
    private static final Words MARKED = new Words("有成绩", "marked");

    /** The subjects of an explanation, which is what was decided by. */
    static List<MySubject> of(Json.Obj explanation) {
        var full =
                Qualifications.builtIn()
                        .find(explanation.text("qualification"))
                        .map(Qualification::fullMark);
        return explanation.array("subjects").stream()
                .map(Json.Obj.class::cast)
                .map(subject -> of(subject, full))
                .toList();
    }

    private static MySubject of(Json.Obj subject, Optional<Score> full) {
        var mine = subject.textIfAny("mark").map(Score::of);
        var national = Score.of(subject.text("national"));
        var line =
                new NumberLine(
                        mine,
                        subject.textIfAny("line").map(Score::of),
                        national,
                        full.orElse(mine.filter(m -> m.reaches(national)).orElse(national)));
        var state =
                switch (subject.text("state")) {
                    case "absent" -> ABSENT;
                    case "voided" -> VOIDED;
                    default -> MARKED;
                };
        return new MySubject(subject.text("subject"), state, line);
    }

    /** The subjects of the roster, where nothing was decided: marks and the national line. */
    static List<MySubject> of(RosterEntry entry) {
        var qualification = entry.qualification();
        var out = new ArrayList<MySubject>();
        for (int i = 0; i < qualification.subjects().size(); i++) {
            var score = entry.scores().get(i);
            var mine =
                    score instanceof SubjectScore.Marked(var mark)
                            ? Optional.of(mark)
                            : Optional.<Score>empty();
            var line =
                    new NumberLine(
                            mine,
                            Optional.empty(),
                            qualification.national(),
                            qualification.fullMark());
            out.add(new MySubject(qualification.subjects().get(i), state(score), line));
        }
        return List.copyOf(out);
    }

    private static Words state(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked _ -> MARKED;
            case SubjectScore.Absent _ -> ABSENT;
            case SubjectScore.Voided _ -> VOIDED;
        };
    }

    /** The same as the drawing, in words. */
    List<Words> text() {
        var out = new ArrayList<Words>();
        out.add(
                line.mine()
                        .map(mark -> new Words("您的成绩 " + mark + " 分", "Your mark " + mark))
                        .orElseGet(
                                () -> new Words("您的成绩：" + state.zh(), "Your mark: " + state.en())));
        line.separate().ifPresent(mark -> out.add(against(mark, "单独划线合格标准", "separate line")));
        out.add(against(line.national(), "全国合格标准", "national line"));
        return List.copyOf(out);
    }

    private Words against(Score mark, String zh, String en) {
        boolean reached = line.mine().filter(mine -> mine.reaches(mark)).isPresent();
        return new Words(
                zh + " " + mark + " 分（" + (reached ? "达到" : "未达到") + "）",
                en + " " + mark + (reached ? " (reached)" : " (not reached)"));
    }
}

package cutscore.kernel.blast;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.List;

/** Eight invented examinees, few enough to count by hand. */
final class EightExaminees {
    private static final Qualification MANAGER =
            Qualifications.builtIn().find("信息系统项目管理师").orElseThrow();
    private static final DivisionCode DAOFU = new DivisionCode("513326");
    private static final DivisionCode WUHOU = new DivisionCode("510107");

    private EightExaminees() {}

    /** National 2 of 8; four in the pool, of whom one may pass: the line is 40. */
    static List<Examinee> all() {
        var roster = new ArrayList<Examinee>();
        roster.add(one("I40", DAOFU, "40"));
        roster.add(one("I39", DAOFU, "39"));
        roster.add(one("I20", DAOFU, "20"));
        roster.add(one("I21", DAOFU, "21"));
        roster.add(one("N1", WUHOU, "50"));
        roster.add(one("N2", WUHOU, "50"));
        roster.add(one("O41", WUHOU, "41"));
        roster.add(one("O10", WUHOU, "10"));
        return roster;
    }

    static Examinee one(String number, DivisionCode place, String first) {
        var mark = new SubjectScore.Marked(Score.of(first));
        var other = new SubjectScore.Marked(Score.of(first.equals("39") ? "44" : first));
        return new Examinee(
                number, place, MANAGER, List.of(mark, other, other), false, null, null, null);
    }
}

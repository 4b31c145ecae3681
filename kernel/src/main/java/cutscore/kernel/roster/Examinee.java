package cutscore.kernel.roster;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An examinee (参考人员) as one row of the roster says.
 *
 * @param admissionNumber 准考证号, unique in the session
 * @param division where they registered: a county-level unit by today's code, or the province or
 *     prefecture the roster gives when the county is not known
 * @param qualification which they sat for
 * @param scores one per subject, in the qualification's order
 * @param voided 违纪取消: in no pool and in no count
 * @param identityType 证件类型, null when the roster does not say
 * @param identityNumber 证件号码, null when the roster does not say
 * @param name 姓名 as written, null when the roster does not say
 */
public record Examinee(
        String admissionNumber,
        DivisionCode division,
        Qualification qualification,
        List<SubjectScore> scores,
        boolean voided,
        @Nullable String identityType,
        @Nullable String identityNumber,
        @Nullable String name) {

    /**
     * @throws IllegalArgumentException when there is not one score per subject
     */
    public Examinee {
        if (scores.size() != qualification.subjects().size()) {
            throw new IllegalArgumentException("not one score per subject: " + scores.size());
        }
        scores = List.copyOf(scores);
    }

    /** Whether every subject reaches the line; absent and voided subjects reach none. */
    public boolean reaches(Score line) {
        return scores.stream().allMatch(score -> score.reaches(line));
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "Examinee[" + qualification.name() + ", " + division + "]";
    }
}

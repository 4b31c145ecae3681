package cutscore.server.roster;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.List;

/**
 * One examinee of a confirmed roster.
 *
 * @param division where they registered, by today's code; a prefecture or province when the county
 *     is not known
 * @param scores one per subject, in the qualification's order
 * @param voided 违纪取消
 * @param person keyed digest of the identity number, 64 hexadecimal characters: equal for one
 *     person, useless to others
 * @param name as written in the roster
 */
public record RosterEntry(
        SessionId session,
        String admissionNumber,
        DivisionCode division,
        Qualification qualification,
        List<SubjectScore> scores,
        boolean voided,
        String person,
        String name) {
    public RosterEntry {
        scores = List.copyOf(scores);
    }

    /** Whether every subject reaches the line; absent and voided subjects reach none. */
    public boolean reaches(Score line) {
        return scores.stream().allMatch(score -> score.reaches(line));
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "RosterEntry[" + session + ", " + qualification.name() + ", " + division + "]";
    }
}

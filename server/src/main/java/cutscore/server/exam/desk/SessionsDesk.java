package cutscore.server.exam.desk;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.ProposedSession;
import cutscore.server.web.FieldFault;
import java.util.List;

/**
 * The page of sessions as a publisher needs it.
 *
 * @param waiting proposals for a second officer
 * @param opened the newest first
 */
record SessionsDesk(
        List<Waiting> waiting,
        List<ExamSession> opened,
        String year,
        String half,
        List<FieldFault> faults) {

    /**
     * A proposal that waits.
     *
     * @param proposer his name
     * @param isMine whether the reader proposed it and so cannot confirm it
     * @param against where it differs from what is on record, in words
     */
    record Waiting(
            ProposedSession proposal, String proposer, boolean isMine, List<Words> against) {}

    /**
     * The form of a proposal.
     *
     * @param levels in the order of the list of qualifications
     */
    record Draft(
            SessionId session, SessionForm form, List<OfLevel> levels, List<FieldFault> faults) {

        /** Whether anything is on record about this session. */
        boolean isOnRecord() {
            return levels.stream()
                    .flatMap(level -> level.choices().stream())
                    .anyMatch(choice -> !choice.record().zh().isEmpty());
        }
    }

    /** The qualifications of one level. */
    record OfLevel(String name, List<Choice> choices) {}

    /**
     * A qualification to tick.
     *
     * @param record what is on record about it, or empty
     */
    record Choice(Qualification qualification, boolean ticked, Words record) {}
}

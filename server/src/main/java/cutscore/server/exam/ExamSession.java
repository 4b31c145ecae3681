package cutscore.server.exam;

import cutscore.kernel.id.SessionId;
import java.time.LocalDate;
import java.util.List;

/**
 * An exam session (考次) that was opened here.
 *
 * @param firstDay the day by which areas and division codes are read
 * @param offered names of the qualifications it offers, in the order of the list
 */
public record ExamSession(SessionId id, LocalDate firstDay, List<String> offered) {
    public ExamSession {
        offered = List.copyOf(offered);
    }
}

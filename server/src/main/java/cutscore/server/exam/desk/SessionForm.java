package cutscore.server.exam.desk;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.ExamSession;
import cutscore.server.web.FieldFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session as typed, to be shown again when something cannot be read.
 *
 * @param half 1 or 2
 * @param firstDay 2027-05-29
 * @param offered names of qualifications, as ticked
 */
record SessionForm(String year, String half, String firstDay, List<String> offered) {
    private static final Words NOT_A_YEAR =
            new Words("请填四位年份，如 2027", "Give a year of four digits, such as 2027");
    private static final Words NOT_A_DAY =
            new Words("请选考试的第一天", "Choose the first day of the exam");
    private static final Words NOTHING_OFFERED =
            new Words("请至少勾选一个开考的资格", "Tick at least one qualification that is held");

    SessionForm {
        offered = List.copyOf(offered);
    }

    /** Which session, or empty with the fault added. */
    Optional<SessionId> session(List<FieldFault> faults) {
        return WindowForm.read(
                faults, "year", year.strip() + "-" + half.strip(), SessionId::new, NOT_A_YEAR);
    }

    /** The draft, its qualifications in the list's order, or empty with what is wrong added. */
    Optional<ExamSession> read(List<FieldFault> faults) {
        var before = faults.size();
        var which = session(faults);
        var day = WindowForm.read(faults, "firstDay", firstDay, LocalDate::parse, NOT_A_DAY);
        if (offered.isEmpty()) {
            faults.add(new FieldFault("offered", NOTHING_OFFERED));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ExamSession(which.orElseThrow(), day.orElseThrow(), inOrder()));
    }

    private List<String> inOrder() {
        var known = Qualifications.builtIn().all().stream().map(Qualification::name).toList();
        return Stream.concat(
                        known.stream().filter(offered::contains),
                        offered.stream().filter(name -> !known.contains(name)))
                .toList();
    }

    static List<FieldFault> none() {
        return new ArrayList<>();
    }
}

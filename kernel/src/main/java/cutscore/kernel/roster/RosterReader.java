package cutscore.kernel.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the roster files of one exam session as streams: strict, every bad row reported, never a
 * guess. Admission numbers are unique over all files one reader has read.
 */
public final class RosterReader {
    /** As many faults are kept as a person would look at; all are counted. */
    public static final int FAULTS_KEPT = 1000;

    private final Exam exam;
    private final int faultsKept;
    private final AdmissionNumbers numbers = new AdmissionNumbers();
    private final List<String> inputs = new ArrayList<>();

    /**
     * What a roster is read against.
     *
     * @param day the exam's first day, for which division codes are judged
     * @param offered what an import holds every row to; empty when only the file's form is asked
     */
    record Exam(
            Divisions divisions,
            Qualifications qualifications,
            LocalDate day,
            Optional<Set<String>> offered) {}

    /**
     * @param examDay the exam's first day, for which division codes are judged
     */
    public RosterReader(Divisions divisions, Qualifications qualifications, LocalDate examDay) {
        this(divisions, qualifications, examDay, FAULTS_KEPT);
    }

    /**
     * @param faultsKept how many faults a report keeps, at least 1; all are counted
     */
    public RosterReader(
            Divisions divisions, Qualifications qualifications, LocalDate examDay, int faultsKept) {
        this(new Exam(divisions, qualifications, examDay, Optional.empty()), faultsKept);
    }

    private RosterReader(Exam exam, int faultsKept) {
        this.exam = exam;
        this.faultsKept = Math.max(1, faultsKept);
    }

    /**
     * A reader for an import: every examinee must sit for a qualification that the session offered,
     * and have an identity number and a name.
     *
     * @param offered names of the qualifications on offer
     */
    public RosterReader demanding(Collection<String> offered) {
        var wants =
                new Exam(
                        exam.divisions(),
                        exam.qualifications(),
                        exam.day(),
                        Optional.of(Set.copyOf(offered)));
        return new RosterReader(wants, faultsKept);
    }

    /**
     * Reads one file to its end.
     *
     * @param each gets every good row, in order, also when other rows are bad: whoever acts on the
     *     rows asks the report first, or undoes
     * @throws cutscore.kernel.Unreadable when the file's encoding or format cannot be read at all
     */
    public RosterReport read(CsvSource source, Consumer<Examinee> each) throws IOException {
        return read(source, each, _ -> {});
    }

    /**
     * @param eachNumber gets every admission number whose form is right, also of rows that are bad
     */
    RosterReport read(CsvSource source, Consumer<Examinee> each, Consumer<String> eachNumber)
            throws IOException {
        try (var csv = new CsvReader(source)) {
            return new OneFile(csv).read(each, eachNumber);
        }
    }

    /** The reading of one file. */
    private final class OneFile {
        private final CsvReader csv;
        private final int input = inputs.size();
        private final Findings findings = new Findings(faultsKept);
        private long rows;

        OneFile(CsvReader csv) {
            this.csv = csv;
            inputs.add(csv.name());
        }

        RosterReport read(Consumer<Examinee> each, Consumer<String> eachNumber) throws IOException {
            boolean any = csv.next();
            var headings = new RosterHeadings(csv, exam.qualifications());
            headings.faults().forEach(findings::fault);
            if (exam.offered().isPresent()) {
                headings.missingOfPerson(csv).forEach(findings::fault);
            }
            headings.notes().forEach(n -> findings.note(n.code() + n.what().en(), n));
            if (any && findings.faultCount() == 0) {
                readRows(
                        new RosterRow(csv, headings, exam, findings::fault, findings::note),
                        each,
                        eachNumber);
            }
            return new RosterReport(
                    csv.name(),
                    rows,
                    csv.encoding().name(),
                    csv.sha256(),
                    findings.faultCount(),
                    findings.faults(),
                    findings.notes());
        }

        private void readRows(RosterRow row, Consumer<Examinee> each, Consumer<String> eachNumber)
                throws IOException {
            while (csv.next()) {
                rows++;
                row.read(
                                (number, line) -> {
                                    eachNumber.accept(number);
                                    once(row, number, line);
                                })
                        .ifPresent(each);
            }
            if (rows == 0) {
                findings.fault(empty(csv.name()));
            }
        }

        private void once(RosterRow row, String number, long line) {
            var before = numbers.add(number, input, line);
            if (before != null) {
                boolean here = before.input() == input;
                String file = here ? "" : inputs.get(before.input()) + " ";
                row.refuseTwice(file + "第" + before.line() + "行 (line " + before.line() + ")");
            }
        }
    }

    static Fault empty(String input) {
        return Fault.of(
                        "NO_ROWS",
                        new Words("名册没有任何考生", "the roster holds no examinee"),
                        new Words("表头之下至少要有一行", "at least one row below the headings"))
                .in(input);
    }
}

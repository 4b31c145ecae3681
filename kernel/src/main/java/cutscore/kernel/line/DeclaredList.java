package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has an approved declaration: a file {@code admission_number}. The heading alone means nobody.
 */
public final class DeclaredList {
    private static final Map<String, String> KNOWN =
            Map.of("admission_number", "admission_number", "准考证号", "admission_number");

    private final Set<String> numbers;
    private final long rows;
    private final List<Note> notes;
    private final String sha256;

    private DeclaredList(Set<String> numbers, long rows, List<Note> notes, String sha256) {
        this.numbers = Collections.unmodifiableSet(numbers);
        this.rows = rows;
        this.notes = List.copyOf(notes);
        this.sha256 = sha256;
    }

    /**
     * @throws Unreadable with every fault of the list
     */
    public static DeclaredList read(CsvSource source) throws IOException {
        var faults = new ArrayList<Fault>();
        Set<String> numbers = new LinkedHashSet<>();
        try (var csv = new CsvReader(source)) {
            boolean any = csv.next();
            var headings = new Headings(csv, KNOWN, List.of("admission_number"));
            faults.addAll(headings.faults());
            long rows = 0;
            while (any && headings.faults().isEmpty() && csv.next()) {
                rows++;
                take(csv, headings.column("admission_number"), numbers, faults);
            }
            if (!faults.isEmpty()) {
                throw new Unreadable(faults);
            }
            var notes = new ArrayList<>(headings.notes());
            if (numbers.size() < rows) {
                notes.add(repeated(source.name(), rows - numbers.size()));
            }
            return new DeclaredList(numbers, rows, notes, csv.sha256());
        }
    }

    private static void take(CsvReader csv, int column, Set<String> numbers, List<Fault> faults) {
        String number = csv.text(column);
        if (csv.fault().isPresent()) {
            faults.add(csv.fault().get());
        } else if (number.isBlank()) {
            faults.add(
                    csv.fault(
                            "NUMBER_BLANK",
                            column + 1,
                            "admission_number",
                            new Words("缺准考证号", "no admission number"),
                            new Words("补填或删去本行", "fill in, or remove this row")));
        } else {
            numbers.add(number);
        }
    }

    private static Note repeated(String input, long times) {
        return new Note(
                "DECLARED_TWICE",
                input,
                0,
                new Words("重复的准考证号，只计一次", "repeated admission numbers, counted once"),
                times);
    }

    public boolean contains(String admissionNumber) {
        return numbers.contains(admissionNumber);
    }

    /** In the file's order. */
    public Set<String> numbers() {
        return numbers;
    }

    /** How many rows the file has below its heading. */
    public long rows() {
        return rows;
    }

    public List<Note> notes() {
        return notes;
    }

    /** Of the file's bytes, hexadecimal. */
    public String sha256() {
        return sha256;
    }
}

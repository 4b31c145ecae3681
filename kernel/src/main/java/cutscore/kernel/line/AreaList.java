package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Period;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The line areas (单独划线地区) of a file {@code division_code,name,ground,from,to,circular}; what
 * follows the code may be blank or absent. A province or prefecture stands for its counties.
 * Overlapping rows are united.
 */
public final class AreaList {
    private static final Map<String, String> KNOWN = known();

    private final List<Row> rows;
    private final List<Note> notes;
    private final String sha256;
    private final Divisions divisions;

    /**
     * One row.
     *
     * @param code by today's table; an old code is already mapped
     * @param name as written, may be empty
     * @param ground as written, may be empty
     * @param inForce both days inside
     * @param circular as written, may be empty
     */
    public record Row(
            DivisionCode code, String name, String ground, Period inForce, String circular) {}

    private AreaList(List<Row> rows, List<Note> notes, String sha256, Divisions divisions) {
        this.rows = List.copyOf(rows);
        this.notes = List.copyOf(notes);
        this.sha256 = sha256;
        this.divisions = divisions;
    }

    /**
     * @throws Unreadable with every fault of the list
     */
    public static AreaList read(CsvSource source, Divisions divisions) throws IOException {
        var faults = new ArrayList<Fault>();
        var notes = new ArrayList<Note>();
        var rows = new ArrayList<Row>();
        try (var csv = new CsvReader(source)) {
            boolean any = csv.next();
            var headings = new Headings(csv, KNOWN, List.of("division_code"));
            faults.addAll(headings.faults());
            notes.addAll(headings.notes());
            var row = new AreaRow(csv, headings, divisions, faults, notes);
            while (any && headings.faults().isEmpty() && csv.next()) {
                row.read().ifPresent(rows::add);
            }
            if (!faults.isEmpty()) {
                throw new Unreadable(faults);
            }
            return new AreaList(rows, notes, csv.sha256(), divisions);
        }
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : List.of("division_code", "name", "ground", "from", "to", "circular")) {
            known.put(name, name);
        }
        known.put("行政区划代码", "division_code");
        known.put("名称", "name");
        known.put("依据", "ground");
        known.put("起", "from");
        known.put("止", "to");
        known.put("通知", "circular");
        return known;
    }

    /** The counties whose row is in force on that day, in code order. */
    public Set<DivisionCode> inForce(LocalDate day) {
        Set<DivisionCode> counties = new TreeSet<>();
        for (Row row : rows) {
            if (row.inForce().contains(day)) {
                divisions.counties(row.code()).stream().map(Division::code).forEach(counties::add);
            }
        }
        return counties;
    }

    /** Whether any row has a first or a last day, so that the exam's day matters. */
    public boolean dated() {
        return rows.stream().anyMatch(row -> !row.inForce().equals(Period.ALWAYS));
    }

    public List<Row> rows() {
        return rows;
    }

    /** Old codes that were mapped, headings that are not used. */
    public List<Note> notes() {
        return notes;
    }

    /** Of the file's bytes, hexadecimal. */
    public String sha256() {
        return sha256;
    }
}

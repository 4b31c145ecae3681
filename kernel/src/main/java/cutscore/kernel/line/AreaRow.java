package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an area list, one after the other. */
final class AreaRow {
    private final CsvReader csv;
    private final Headings headings;
    private final Divisions divisions;
    private final List<Fault> faults;
    private final List<Note> notes;

    AreaRow(
            CsvReader csv,
            Headings headings,
            Divisions divisions,
            List<Fault> faults,
            List<Note> notes) {
        this.csv = csv;
        this.headings = headings;
        this.divisions = divisions;
        this.faults = faults;
        this.notes = notes;
    }

    /** The row the reader stands on; empty when something is wrong with it. */
    Optional<AreaList.Row> read() {
        int before = faults.size();
        if (csv.fault().isPresent()) {
            faults.add(csv.fault().get());
            return Optional.empty();
        }
        if (csv.size() > headings.size()) {
            refuse("ROW_LONG", "division_code", "本行的栏比表头多", "more fields than headings");
            return Optional.empty();
        }
        String name = text("name");
        var code = code(name);
        var from = day("from");
        var to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            refuse("AREA_PERIOD", "to", "止日早于起日", "ends before it begins");
        }
        if (faults.size() > before || code == null) {
            return Optional.empty();
        }
        return Optional.of(
                new AreaList.Row(
                        code, name, text("ground"), new Period(from, to), text("circular")));
    }

    private String text(String heading) {
        return csv.text(headings.column(heading)).strip();
    }

    private @Nullable DivisionCode code(String name) {
        String text = text("division_code");
        if (!DivisionCode.isWellFormed(text)) {
            String shown = Shown.of(text);
            refuse(
                    "AREA_CODE_FORM",
                    "division_code",
                    shown + " 不是六位行政区划代码",
                    shown + " is no division code of six digits");
            return null;
        }
        var written = new DivisionCode(text);
        var current = divisions.find(written).or(() -> divisions.currentFor(written));
        if (current.isEmpty() || divisions.counties(current.get().code()).isEmpty()) {
            String near = suggestions(name, written);
            refuse(
                    "AREA_UNKNOWN",
                    "division_code",
                    "行政区划表里没有代码 " + text + near,
                    "no division has the code " + text + near);
            return null;
        }
        var code = current.get().code();
        if (!name.isEmpty() && !fits(name, code)) {
            refuseName(name, code);
        } else if (!code.equals(written)) {
            noteMapped(written, code);
        }
        return code;
    }

    private void refuseName(String name, DivisionCode code) {
        String shown = Shown.of(name);
        String full = divisions.fullName(code);
        String near = suggestions(name, code);
        refuse(
                "AREA_NAME",
                "name",
                shown + " 与代码不符：" + code + " 是" + full + near,
                shown + " does not fit the code: " + code + " is " + full + near);
    }

    private void noteMapped(DivisionCode old, DivisionCode now) {
        String full = divisions.fullName(now);
        notes.add(
                new Note(
                        "DIVISION_RENUMBERED",
                        csv.name(),
                        csv.line(),
                        new Words(
                                old + " 已改为 " + now + " " + full,
                                old + " is now " + now + " " + full),
                        1));
    }

    /** Official, short or former name, with or without the names above it. */
    private boolean fits(String name, DivisionCode code) {
        if (divisions.fullName(code).equals(name) || isCalled(name, code)) {
            return true;
        }
        for (int cut = 2; cut < name.length() - 1; cut++) {
            if (isCalled(name.substring(cut), code) && isAbove(name.substring(0, cut), code)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbove(String name, DivisionCode code) {
        return Stream.of(code.prefecture(), code.province())
                .filter(above -> !above.equals(code))
                .anyMatch(above -> fits(name, above));
    }

    private boolean isCalled(String name, DivisionCode code) {
        boolean official = divisions.find(code).filter(d -> d.name().equals(name)).isPresent();
        return official
                || divisions.names().named(name).stream().anyMatch(d -> d.code().equals(code));
    }

    private String suggestions(String name, DivisionCode near) {
        if (name.isEmpty()) {
            return "";
        }
        var called = divisions.names().named(name, near.province());
        List<Division> found =
                called.isEmpty() ? divisions.names().nearest(name, near.province()) : called;
        String listed =
                found.stream()
                        .filter(d -> !d.code().equals(near))
                        .limit(3)
                        .map(d -> d.code() + " " + divisions.fullName(d.code()))
                        .collect(Collectors.joining("、"));
        return listed.isEmpty() ? "" : "（是否/perhaps " + listed + "）";
    }

    private @Nullable LocalDate day(String heading) {
        String text = text(heading);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            String shown = Shown.of(text);
            refuse(
                    "AREA_DATE",
                    heading,
                    shown + " 不是 2023-05-27 这样的日期",
                    shown + " is no date such as 2023-05-27");
            return null;
        }
    }

    private void refuse(String code, String heading, String zh, String en) {
        faults.add(
                csv.fault(
                        code,
                        headings.column(heading) + 1,
                        heading,
                        new Words(zh, en),
                        new Words("改正本行；系统不替您猜", "mend this row; nothing is guessed")));
    }
}

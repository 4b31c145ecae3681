package cutscore.spark;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.rule.LineRule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a determination needs besides the rosters.
 *
 * @param areas the counties in force on the exam's first day
 * @param declared who has an approved declaration
 * @param day the exam's first day, or about when it was
 * @param stated the day, when the dossier must state it
 * @param tableFile another exam's qualifications; no bytes for the built-in ones
 * @param inputs what stands in the dossier after the rosters
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, never compared
record Settings(
        LineRule rule,
        Set<DivisionCode> areas,
        Set<String> declared,
        LocalDate day,
        Optional<LocalDate> stated,
        byte[] tableFile,
        List<Dossier.Input> inputs) {

    Settings {
        areas = Set.copyOf(areas);
        declared = Set.copyOf(declared);
        inputs = List.copyOf(inputs);
    }

    Qualifications table() throws IOException {
        return table(tableFile);
    }

    /**
     * @param file no bytes for the built-in table
     */
    static Qualifications table(byte[] file) throws IOException {
        return file.length == 0
                ? Qualifications.builtIn()
                : Qualifications.read(CsvSource.of("qualifications", file));
    }
}

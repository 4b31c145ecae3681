package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.seal.Json;
import cutscore.sheet.TableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a roster was found to be, for people and for machines.
 *
 * @param most how many faults are listed
 */
record RosterFindings(RosterReport report, TableFile table, int most) {

    /**
     * @throws IOException when the file cannot be read again for its digest
     */
    void print(PrintWriter out, Stream<String> levels) throws IOException {
        out.println(report.input());
        if (table.isWorkbook()) {
            out.println("  工作簿/workbook SHA-256 " + table.sha256());
        }
        out.println("  " + report.encoding() + ", SHA-256 " + report.sha256());
        out.println("  行数/rows " + report.rows() + ", 错误/faults " + report.faultCount());
        levels.forEach(level -> out.println("  " + level));
        report.notes().forEach(note -> out.println(note.text()));
        shown().forEach(fault -> out.println(place(fault) + fault.text()));
        if (report.faultCount() > shown().size()) {
            out.println(
                    "… 只列出前 "
                            + shown().size()
                            + " 处，加 --most N 看更多 / only the first are listed; --most N for more");
        }
    }

    private List<Fault> shown() {
        return report.faults().stream().limit(most).toList();
    }

    private String place(Fault fault) {
        return table.cell(fault).map(cell -> cell + " ").orElse("");
    }

    /**
     * @throws IOException when the file cannot be read again for its digest
     */
    Json json(List<Json> levels) throws IOException {
        return Json.object()
                .put("file", report.input())
                .put("fileSha256", table.sha256())
                .put("sound", report.sound())
                .put("rows", report.rows())
                .put("encoding", report.encoding())
                .put("sha256", report.sha256())
                .put("faultCount", report.faultCount())
                .put("faults", Json.array(shown().stream().map(this::fault).toList()))
                .put(
                        "notes",
                        Json.array(report.notes().stream().map(RosterFindings::note).toList()))
                .put("levels", Json.array(levels))
                .build();
    }

    private Json fault(Fault fault) {
        var body =
                Json.object()
                        .put("code", fault.code())
                        .put("line", fault.line())
                        .put("column", fault.column())
                        .put("heading", fault.heading())
                        .put("what", words(fault.what()))
                        .put("mend", words(fault.mend()));
        table.cell(fault).ifPresent(cell -> body.put("cell", cell));
        return body.build();
    }

    private static Json note(Note note) {
        return Json.object()
                .put("code", note.code())
                .put("line", note.line())
                .put("what", words(note.what()))
                .put("times", note.times())
                .build();
    }

    private static Json words(Words words) {
        return Json.object().put("zh", words.zh()).put("en", words.en()).build();
    }
}

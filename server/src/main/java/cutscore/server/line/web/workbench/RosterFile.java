package cutscore.server.line.web.workbench;

import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.SubjectScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The roster as a file that {@code line determine} reads, without names and identity numbers: they
 * are never needed for a line.
 */
final class RosterFile {
    private final Writer out;

    RosterFile(Writer out) {
        this.out = out;
        write(
                "admission_number,division_code,qualification,subject_1,subject_2,subject_3,"
                        + "standing\n");
    }

    void add(Examinee examinee) {
        var row = new StringBuilder(quoted(examinee.admissionNumber()));
        row.append(',').append(examinee.division());
        row.append(',').append(quoted(examinee.qualification().name()));
        for (int i = 0; i < 3; i++) {
            row.append(',');
            if (i < examinee.scores().size()) {
                row.append(text(examinee.scores().get(i)));
            }
        }
        write(row.append(examinee.voided() ? ",voided\n" : ",\n").toString());
    }

    private static String text(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked(var mark) -> mark.toString();
            case SubjectScore.Absent() -> "";
            case SubjectScore.Voided() -> "违纪";
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

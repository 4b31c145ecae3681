package cutscore.server.roster;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** How an examinee stands in a row of {@code roster.entry}. */
final class EntryRow {
    static final String COLUMNS =
            "admission_number, division, qualification, mark_1, mark_2, mark_3, voided";
    static final int VOIDED = -1;

    private static final SubjectScore.Absent ABSENT = new SubjectScore.Absent();
    private static final SubjectScore.Voided SUBJECT_VOIDED = new SubjectScore.Voided();

    private EntryRow() {}

    static RosterEntry entry(SessionId session, ResultSet row) throws SQLException {
        var qualification = qualification(row);
        return new RosterEntry(
                session,
                row.getString("admission_number"),
                new DivisionCode(row.getString("division")),
                qualification,
                scores(row, qualification),
                row.getBoolean("voided"),
                HexFormat.of().formatHex(row.getBytes("person")),
                row.getString("given_name"));
    }

    /** Without what tells who it is. */
    static Examinee examinee(ResultSet row) throws SQLException {
        var qualification = qualification(row);
        return new Examinee(
                row.getString("admission_number"),
                new DivisionCode(row.getString("division")),
                qualification,
                scores(row, qualification),
                row.getBoolean("voided"),
                null,
                null,
                null);
    }

    private static Qualification qualification(ResultSet row) throws SQLException {
        String name = row.getString("qualification");
        return Qualifications.builtIn()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("no such qualification: " + name));
    }

    private static List<SubjectScore> scores(ResultSet row, Qualification qualification)
            throws SQLException {
        var scores = new ArrayList<SubjectScore>(qualification.subjects().size());
        for (int i = 1; i <= qualification.subjects().size(); i++) {
            short mark = row.getShort("mark_" + i);
            scores.add(row.wasNull() ? ABSENT : score(mark));
        }
        return scores;
    }

    private static SubjectScore score(short mark) {
        return mark == VOIDED ? SUBJECT_VOIDED : new SubjectScore.Marked(new Score(mark));
    }
}

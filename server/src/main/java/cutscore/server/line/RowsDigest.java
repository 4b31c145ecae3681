package cutscore.server.line;

import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 over the roster's rows as they come out of the database, by admission number: everything
 * a line depends on, and nothing that tells who it is. The file's digest stays the same when
 * somebody changes a row behind our back; this one does not.
 */
final class RowsDigest {
    /** No text of the database can hold it. */
    private static final char SEPARATOR = '\0';

    private final MessageDigest digest = Digest.sha256();

    void add(Examinee examinee) {
        var row = new StringBuilder(64);
        row.append(examinee.admissionNumber()).append(SEPARATOR);
        row.append(examinee.division()).append(SEPARATOR);
        row.append(examinee.qualification().name()).append(SEPARATOR);
        row.append(examinee.voided() ? "voided" : "");
        for (SubjectScore score : examinee.scores()) {
            row.append(SEPARATOR).append(sign(score));
        }
        digest.update(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the rows so far; afterwards it begins anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sign(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked(var mark) -> mark.toString();
            case SubjectScore.Absent _ -> "absent";
            case SubjectScore.Voided _ -> "voided";
        };
    }
}

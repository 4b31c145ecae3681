package cutscore.server.roster;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.SubjectScore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import org.postgresql.copy.CopyIn;

/**
 * Sends examinees to the server as they are read, in PostgreSQL's COPY text form; holds no more.
 */
final class CopySink implements Consumer<Examinee> {
    private static final int CHUNK = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final CopyIn copy;
    private final SessionId session;
    private final String roster;
    private final IdentityVault.Work vault;
    private final StringBuilder line = new StringBuilder(400);
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK + 1024);
    private long rows;
    private long halfPoints;

    CopySink(CopyIn copy, SessionId session, RosterId roster, IdentityVault.Work vault) {
        this.copy = copy;
        this.session = session;
        this.roster = roster.toString();
        this.vault = vault;
    }

    @Override
    public void accept(Examinee examinee) {
        String number = Objects.requireNonNull(examinee.identityNumber(), "the reader asks for it");
        line.setLength(0);
        line.append(roster).append('\t');
        text(examinee.admissionNumber());
        line.append(examinee.division().value()).append('\t');
        text(examinee.qualification().name());
        for (int i = 0; i < 3; i++) {
            mark(i < examinee.scores().size() ? examinee.scores().get(i) : null);
        }
        line.append(examinee.voided() ? "t\t" : "f\t");
        binary(vault.person(number));
        binary(vault.seal(session, examinee.admissionNumber(), number));
        text(Objects.requireNonNull(examinee.name(), "the reader asks for it"));
        line.setCharAt(line.length() - 1, '\n');
        rows++;
        chunk.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
        if (chunk.size() >= CHUNK) {
            flush();
        }
    }

    private void mark(@org.jspecify.annotations.Nullable SubjectScore score) {
        switch (score) {
            case SubjectScore.Marked(var mark) -> {
                halfPoints += mark.halfPoints();
                line.append(mark.halfPoints());
            }
            case SubjectScore.Voided _ -> line.append(EntryRow.VOIDED);
            case SubjectScore.Absent _ -> line.append("\\N");
            case null -> line.append("\\N");
        }
        line.append('\t');
    }

    private void binary(byte[] bytes) {
        line.append("\\\\x").append(HEX.formatHex(bytes)).append('\t');
    }

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
        line.append('\t');
    }

    private void flush() {
        byte[] bytes = chunk.toByteArray();
        chunk.reset();
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            // Without the server's message: it quotes the row.
            throw new IllegalStateException("the database refused the copy: " + e.getSQLState());
        }
    }

    /** Sends the rest and ends the copy. */
    ControlTotals finish() throws SQLException {
        flush();
        copy.endCopy();
        return new ControlTotals(rows, halfPoints);
    }
}

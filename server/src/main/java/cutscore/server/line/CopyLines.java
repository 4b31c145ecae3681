package cutscore.server.line;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;

/**
 * Rows for one table in COPY's text form, a chunk at a time. No COPY is open between two chunks, so
 * the rows may come from a query on the same connection.
 */
final class CopyLines {
    private static final int CHUNK = 1 << 18;

    private final CopyManager copy;
    private final String statement;
    private final StringBuilder lines = new StringBuilder(CHUNK + 1024);

    CopyLines(CopyManager copy, String table) {
        this.copy = copy;
        this.statement = "COPY " + table + " FROM STDIN";
    }

    CopyLines text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
        lines.append('\t');
        return this;
    }

    CopyLines number(long value) {
        lines.append(value).append('\t');
        return this;
    }

    CopyLines truth(boolean value) {
        lines.append(value ? "t\t" : "f\t");
        return this;
    }

    CopyLines nothing() {
        lines.append("\\N\t");
        return this;
    }

    /** Ends the row. */
    void end() {
        lines.setCharAt(lines.length() - 1, '\n');
        if (lines.length() >= CHUNK) {
            send();
        }
    }

    /** Sends what is left. */
    void send() {
        try {
            copy.copyIn(statement, new StringReader(lines.toString()), CHUNK);
        } catch (SQLException e) {
            // Without the server's message: it quotes the row.
            throw new IllegalStateException("the database refused the copy: " + e.getSQLState());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.setLength(0);
    }
}

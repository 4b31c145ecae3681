package cutscore.kernel.csv;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row (RFC 4180): CRLF or LF, quotes doubled inside quotes, line ends allowed
 * inside quotes. Empty lines are no rows. A row that breaks the rules is still answered, with
 * {@link #fault()}, and reading goes on with the next line; a quote that never closes ends it.
 */
public final class CsvReader implements AutoCloseable {
    public static final int MOST_COLUMNS = 200;
    public static final int LONGEST_FIELD = 10_000;
    private static final int END = -1;
    private static final String OPEN = "QUOTE_OPEN";

    private final String name;
    private final Charset encoding;
    private final DigestInputStream bytes;
    private final Reader reader;
    private char[] buffer = new char[1 << 16];
    private int at;
    private int limit;
    private long line = 1;
    private long fieldLine;

    private long rowLine;
    private char[] row = new char[1 << 10];
    private int length;
    private final int[] ends = new int[MOST_COLUMNS];
    private int columns;
    private boolean quotes;
    private @Nullable Fault fault;
    private boolean stopped;

    /**
     * @throws Unreadable when it is neither UTF-8 nor GB18030
     */
    @SuppressWarnings("resource") // closed with this reader
    public CsvReader(CsvSource source) throws IOException {
        this.name = source.name();
        this.encoding = Encoding.of(source);
        this.bytes = new DigestInputStream(source.open(), Digest.sha256());
        this.reader = new InputStreamReader(bytes, Encoding.strict(encoding));
        if (peek() == '\uFEFF') {
            at++;
        }
    }

    private CsvReader(String name) {
        this.name = name;
        this.encoding = StandardCharsets.UTF_8;
        this.bytes = new DigestInputStream(java.io.InputStream.nullInputStream(), Digest.sha256());
        this.reader = Reader.nullReader();
    }

    /** A reader of single lines that somebody else found in a table: see {@link #aim}. */
    public static CsvReader ofLines(String name) {
        return new CsvReader(name);
    }

    /**
     * Stands before one line of a table, its line end included, as if all before it had been read.
     *
     * @param number the line's, 1-based
     */
    public void aim(String text, long number) {
        if (text.length() > buffer.length) {
            buffer = new char[text.length()];
        }
        text.getChars(0, text.length(), buffer, 0);
        at = 0;
        limit = text.length();
        line = number;
        stopped = false;
    }

    /** Whether the row ended with its line: if not, it goes on in the next, or nobody can tell. */
    public boolean endedWithItsLine() {
        return !stopped && (fault == null || !fault.code().equals(OPEN));
    }

    /** Goes to the next row; false after the last. */
    public boolean next() throws IOException {
        do {
            length = 0;
            columns = 0;
            quotes = false;
            fault = null;
            rowLine = line;
            if (stopped || peek() == END) {
                return false;
            }
            readRow();
        } while (columns == 1 && length == 0 && !quotes && fault == null);
        return true;
    }

    public String name() {
        return name;
    }

    /** UTF-8 or GB18030, as the whole file was found to be. */
    public Charset encoding() {
        return encoding;
    }

    /** The line on which this row begins, 1-based. */
    public long line() {
        return rowLine;
    }

    /** What breaks RFC 4180 in this row; its fields are then not to be used. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** How many fields this row has. */
    public int size() {
        return columns;
    }

    /** One field's text, 0-based; empty when this row is shorter than that. */
    public String text(int column) {
        if (column < 0 || column >= columns) {
            return "";
        }
        int from = column == 0 ? 0 : ends[column - 1];
        return new String(row, from, ends[column] - from);
    }

    /** A fault of this row, or of one of its fields (1-based; 0 for the whole row). */
    public Fault fault(String code, int column, @Nullable String heading, Words what, Words mend) {
        return new Fault(code, name, rowLine, column, heading, what, mend);
    }

    /** SHA-256 of the file in hexadecimal; to be asked after the last row. */
    public String sha256() throws IOException {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void readRow() throws IOException {
        int stop;
        do {
            if (columns == MOST_COLUMNS) {
                fieldLine = line;
                refuse("TOO_MANY_COLUMNS", "超过 200 列", "more than 200 columns");
                skipLine();
                return;
            }
            fieldLine = line;
            stop = peek() == '"' ? quotedField() : plainField();
            ends[columns++] = length;
        } while (stop == ',');
    }

    private int plainField() throws IOException {
        int start = length;
        for (int c = read(); ; c = read()) {
            switch (c) {
                case ',', '\n', END -> {
                    return c;
                }
                case '\r' -> {
                    return lineEnd();
                }
                case '"' -> {
                    refuse("QUOTE_STRAY", "引号出现在字段中间", "a quote stands inside a field");
                    return skipLine();
                }
                default -> {
                    if (!append(c, start)) {
                        return skipLine();
                    }
                }
            }
        }
    }

    private int quotedField() throws IOException {
        int start = length;
        quotes = true;
        read();
        for (int c = read(); ; c = read()) {
            if (c == END) {
                refuse(OPEN, "引号没有结束，读到了文件末尾", "this quote is never closed");
                return END;
            }
            if (c == '"' && peek() != '"') {
                return afterQuote();
            }
            if (c == '"') {
                read();
            }
            if (!append(c, start)) {
                stopped = true;
                return END;
            }
        }
    }

    private int afterQuote() throws IOException {
        int c = read();
        return switch (c) {
            case ',', '\n', END -> c;
            case '\r' -> lineEnd();
            default -> {
                refuse("QUOTE_STRAY", "引号结束后还有文字", "text stands after the closing quote");
                yield skipLine();
            }
        };
    }

    private int lineEnd() throws IOException {
        if (peek() == '\n') {
            return read();
        }
        refuse("LINE_END", "单独的回车符（CR）", "a carriage return alone");
        return skipLine();
    }

    private boolean append(int c, int start) {
        if (c == 0) {
            refuse("NUL", "空字符（NUL）", "a NUL character");
            return false;
        }
        if (length - start == LONGEST_FIELD) {
            refuse(
                    "FIELD_TOO_LONG",
                    "字段超过 10000 字（引号没有结束？）",
                    "a field of more than 10,000 characters (a quote left open?)");
            return false;
        }
        if (length == row.length) {
            row = Arrays.copyOf(row, 2 * length);
        }
        row[length++] = (char) c;
        return true;
    }

    private void refuse(String code, String zh, String en) {
        if (fault == null) {
            fault =
                    new Fault(
                            code,
                            name,
                            fieldLine,
                            columns + 1,
                            null,
                            new Words(zh, en),
                            new Words(
                                    "按 RFC 4180 改正本行后重试（字段内的引号要写两个）",
                                    "mend this line by RFC 4180 (a quote inside a field is"
                                            + " doubled)"));
        }
    }

    /** To the end of a broken row. */
    private int skipLine() throws IOException {
        int c = read();
        while (c != '\n' && c != END) {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            at++;
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (at < limit) {
            return buffer[at];
        }
        at = 0;
        limit = 0;
        try {
            limit = Math.max(0, reader.read(buffer));
        } catch (CharacterCodingException e) {
            throw new IOException("the file changed while it was read: " + name, e);
        }
        return limit == 0 ? END : buffer[0];
    }
}

package cutscore.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What executors do with a CSV's bytes before the strict reader sees them. */
@SuppressWarnings("ArrayRecordComponent") // travels, and is never compared
record SpanReader(Storage storage, String file, int roster, boolean gb18030, byte[] headings)
        implements Serializable {

    /**
     * Whole rows.
     *
     * @param from their first byte
     * @param to the byte after their last
     * @param linesBefore how many lines of the file stand before them
     */
    record Span(long from, long to, long linesBefore) implements Serializable {}

    RowBorders borders(long from, long to) throws IOException {
        return RowBorders.of(storage, file, from, to);
    }

    Piece piece(Span span) throws IOException {
        boolean first = span.from() == headings.length;
        byte[] rows = storage.read(file, span.from(), span.to());
        if (!gb18030) {
            return new Piece(roster, first, headings, rows, span.linesBefore());
        }
        try {
            return new Piece(roster, first, utf8(headings), utf8(rows), span.linesBefore());
        } catch (CharacterCodingException e) {
            return Piece.unreadable(roster);
        }
    }

    private static byte[] utf8(byte[] gb18030) throws CharacterCodingException {
        var text =
                Charset.forName("GB18030")
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(gb18030));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

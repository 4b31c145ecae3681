package cutscore.kernel.csv;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Which encoding a table is in: UTF-8 when every byte of it is UTF-8, else GB18030 when every byte
 * of it is that, else neither. Never a guess that changes a name; a whole pass, in constant memory.
 */
final class Encoding {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;

    private Encoding() {}

    /**
     * @throws Unreadable with the first bad byte's line and column when it is neither
     */
    static Charset of(CsvSource source) throws IOException {
        refuseOtherFormats(source);
        long utf8 = firstBadByte(source, StandardCharsets.UTF_8);
        if (utf8 < 0) {
            return StandardCharsets.UTF_8;
        }
        long gb = firstBadByte(source, GB18030);
        if (gb < 0) {
            return GB18030;
        }
        throw new Unreadable(badByte(source, Math.max(utf8, gb)));
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static void refuseOtherFormats(CsvSource source) throws IOException {
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(4);
        }
        int two = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
        if (two == 0xfffe || two == 0xfeff) {
            throw new Unreadable(other(source, "UTF-16 文本", "UTF-16 text"));
        }
        if (two == 0x504b || two == 0xd0cf) {
            throw new Unreadable(other(source, "Excel 工作簿", "an Excel workbook"));
        }
    }

    private static Fault other(CsvSource source, String zh, String en) {
        return Fault.of(
                        "NOT_CSV",
                        new Words("文件是" + zh + "，不是 CSV", "the file is " + en + ", not CSV"),
                        new Words(
                                "请另存为“CSV UTF-8（逗号分隔）”",
                                "save it as \"CSV UTF-8 (comma separated)\""))
                .in(source.name());
    }

    /** The offset of the first byte that is not of this encoding, or -1. */
    private static long firstBadByte(CsvSource source, Charset charset) throws IOException {
        var decoder = strict(charset);
        var bytes = ByteBuffer.allocate(CHUNK);
        var chars = CharBuffer.allocate(CHUNK);
        long before = 0;
        try (InputStream in = source.open()) {
            for (boolean end = false; !end; ) {
                int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = got < 0;
                bytes.position(bytes.position() + Math.max(0, got)).flip();
                var answer = decoder.decode(bytes, chars.clear(), end);
                if (answer.isError()) {
                    return before + bytes.position();
                }
                before += bytes.position();
                bytes.compact();
            }
        }
        return -1;
    }

    /** Commas, quotes and line ends are themselves in both encodings, never part of a character. */
    private static Fault badByte(CsvSource source, long offset) throws IOException {
        long line = 1;
        int column = 1;
        boolean quoted = false;
        try (InputStream in = new java.io.BufferedInputStream(source.open(), CHUNK)) {
            for (long at = 0; at < offset; at++) {
                int c = in.read();
                quoted ^= c == '"';
                if (c == '\n') {
                    line++;
                }
                if (!quoted) {
                    column = c == '\n' ? 1 : column + (c == ',' ? 1 : 0);
                }
            }
        }
        return new Fault(
                "ENCODING",
                source.name(),
                line,
                column,
                null,
                new Words(
                        "这里的字节既不是 UTF-8 也不是 GB18030（第 " + (offset + 1) + " 字节）",
                        "the bytes here are neither UTF-8 nor GB18030 (byte " + (offset + 1) + ")"),
                new Words("请另存为“CSV UTF-8（逗号分隔）”", "save it as \"CSV UTF-8 (comma separated)\""));
    }
}

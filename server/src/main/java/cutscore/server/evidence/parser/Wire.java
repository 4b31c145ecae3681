package cutscore.server.evidence.parser;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** What the two processes say to each other; neither believes a length it did not bound. */
public final class Wire {
    /** No file that is sent or made is longer, in bytes. */
    public static final int LONGEST = 16 << 20;

    private static final int SIGN = 0xC5E10001;

    private Wire() {}

    /**
     * What the process answers.
     *
     * @param made the new file; empty unless the verdict is {@code TAKEN}
     * @param pdf whether it is a PDF; else it is a JPEG
     * @param pages of the PDF; 1 of a picture; 0 without a file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Answer(Verdict verdict, boolean pdf, int pages, byte[] made) {

        /** A refusal. */
        public static Answer of(Verdict verdict) {
            return new Answer(verdict, false, 0, new byte[0]);
        }
    }

    /** Sends the file to be examined. */
    public static void send(OutputStream to, byte[] file) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(SIGN);
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    /** What {@link #send} sent. */
    static byte[] receive(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        requireSign(in);
        return bytes(in);
    }

    static void answer(OutputStream to, Answer answer) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(SIGN);
        out.writeUTF(answer.verdict().name());
        out.writeBoolean(answer.pdf());
        out.writeInt(answer.pages());
        out.writeInt(answer.made().length);
        out.write(answer.made());
        out.flush();
    }

    /**
     * What {@link #answer} wrote; a process that was taken over may write anything.
     *
     * @throws IOException when it is no answer, or the process died
     */
    public static Answer read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        requireSign(in);
        var verdict = verdict(in.readUTF());
        boolean pdf = in.readBoolean();
        int pages = in.readInt();
        byte[] made = bytes(in);
        if (pages < 0 || pages > Papers.MOST_PAGES) {
            throw new IOException("not an answer");
        }
        return new Answer(verdict, pdf, pages, made);
    }

    private static Verdict verdict(String name) throws IOException {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("not a verdict"));
    }

    private static void requireSign(DataInputStream in) throws IOException {
        if (in.readInt() != SIGN) {
            throw new IOException("not the other process");
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a length of " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}

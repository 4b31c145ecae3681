package cutscore.kernel.seal;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text with any number of signatures under it (C2SP signed-note). Lines of unknown keys are kept
 * and ignored, so that others may sign beside us.
 *
 * @param text ends in a line feed
 * @param signatures in the order they stand; at least one
 */
public record SignedNote(String text, List<Line> signatures) {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    /**
     * One signature line: {@code — name base64}.
     *
     * @param name of the key
     * @param base64 four bytes of key hash, then the signature
     */
    public record Line(String name, String base64) {
        /**
         * @throws IllegalArgumentException when the name is none or the Base 64 is wrong or short
         */
        public Line {
            int length = StrictBase64.bytes(base64).map(blob -> blob.length).orElse(0);
            if (!isName(name) || length <= Integer.BYTES) {
                throw new IllegalArgumentException("not a signature line: " + name);
            }
        }

        static Line of(VerifierKey key, byte[] signature) {
            byte[] blob =
                    ByteBuffer.allocate(Integer.BYTES + signature.length)
                            .putInt(key.hash())
                            .put(signature)
                            .array();
            return new Line(key.name(), StrictBase64.text(blob));
        }

        boolean isFrom(VerifierKey key) {
            return name.equals(key.name()) && ByteBuffer.wrap(blob()).getInt() == key.hash();
        }

        byte[] signature() {
            byte[] blob = blob();
            return Arrays.copyOfRange(blob, Integer.BYTES, blob.length);
        }

        private byte[] blob() {
            return StrictBase64.bytes(base64).orElseThrow();
        }
    }

    /**
     * @throws IllegalArgumentException when the text has no final line feed or nobody signed
     */
    public SignedNote {
        if (!text.endsWith("\n") || signatures.isEmpty()) {
            throw new IllegalArgumentException("a note has a text, a line feed and a signature");
        }
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note. Nothing is verified: ask {@link #isSignedBy}.
     *
     * @throws Unreadable when it is not of this form
     */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        boolean controls = note.chars().anyMatch(c -> c < 0x20 && c != '\n');
        if (note.length() > MOST_CHARACTERS || controls || blank < 0 || !note.endsWith("\n")) {
            throw unreadable();
        }
        var signatures = new ArrayList<Line>();
        for (String line : note.substring(blank + 2).lines().toList()) {
            signatures.add(line(line));
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw unreadable();
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static Line line(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw unreadable();
        }
        try {
            return new Line(line.substring(DASH.length(), space), line.substring(space + 1));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /**
     * True when this key signed and every line that claims to be of this key is right. A wrong
     * signature of a known key spoils the note, as the specification advises.
     */
    public boolean isSignedBy(VerifierKey key) {
        var mine = signatures.stream().filter(line -> line.isFrom(key)).toList();
        return !mine.isEmpty() && mine.stream().allMatch(line -> verifies(key, line));
    }

    /** When this witness says it saw the note, if it cosigned it rightly. */
    public Optional<Instant> cosignedAt(VerifierKey witness) {
        if (witness.kind() != VerifierKey.Kind.COSIGNATURE || !isSignedBy(witness)) {
            return Optional.empty();
        }
        return signatures.stream()
                .filter(line -> line.isFrom(witness))
                .map(line -> Instant.ofEpochSecond(ByteBuffer.wrap(line.signature()).getLong()))
                .max(Instant::compareTo);
    }

    private boolean verifies(VerifierKey key, Line line) {
        byte[] signature = line.signature();
        return switch (key.kind()) {
            case ED25519 ->
                    Ed25519.verifies(key.bytes(), text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE -> cosigned(key, signature);
        };
    }

    private boolean cosigned(VerifierKey key, byte[] stamped) {
        if (stamped.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            return false;
        }
        long seconds = ByteBuffer.wrap(stamped).getLong();
        byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
        boolean told = seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
        return told && Ed25519.verifies(key.bytes(), cosignedBytes(text, seconds), signature);
    }

    /** What a witness signs, C2SP tlog-cosignature. */
    static byte[] cosignedBytes(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** The same text with one more signature at the end. */
    SignedNote with(Line line) {
        var more = new ArrayList<>(signatures);
        more.add(line);
        return new SignedNote(text, more);
    }

    /** The whole note as a file. */
    public String file() {
        var out = new StringBuilder(text).append('\n');
        for (Line line : signatures) {
            out.append(DASH).append(line.name()).append(' ').append(line.base64()).append('\n');
        }
        return out.toString();
    }

    /** A key's name: not empty, no space of any kind, no plus. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(
                                c ->
                                        c == '+'
                                                || c < 0x20
                                                || Character.isWhitespace(c)
                                                || Character.isSpaceChar(c));
    }

    private static Unreadable unreadable() {
        return new Unreadable(
                Fault.of(
                        "NOT_A_SIGNED_NOTE",
                        new Words("不是签名文书（signed note）", "not a signed note"),
                        new Words(
                                "应为正文、空行，以及以“— ”开头的签名行",
                                "a text, a blank line and lines that begin with \"— \" are"
                                        + " wanted")));
    }
}

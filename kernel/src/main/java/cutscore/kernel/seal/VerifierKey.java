package cutscore.kernel.seal;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A public key by which a signed note is checked, with the name it signs under: the vkey text
 * {@code name+hash+base64} of C2SP signed-note.
 *
 * @param name a name without spaces and plus, best an address without scheme
 * @param kind what its signatures say
 * @param base64 the 32-byte public key in standard Base 64
 */
public record VerifierKey(String name, Kind kind, String base64) {

    /** What a signature of this key is a signature of. */
    public enum Kind {
        /** The note's text: the log's own signature. */
        ED25519(1),
        /** The text after a header and a time: a witness's cosignature/v1. */
        COSIGNATURE(4);

        private final int octet;

        Kind(int octet) {
            this.octet = octet;
        }
    }

    /**
     * @throws Unreadable when the name or the key is not one
     */
    public VerifierKey {
        if (!SignedNote.isName(name)) {
            throw unreadable(name);
        }
        if (decode(base64).length != Ed25519.PUBLIC_LENGTH) {
            throw unreadable(base64);
        }
    }

    /**
     * Reads {@code name+0123abcd+base64}; white space around it is allowed.
     *
     * @throws Unreadable when the form, the key hash or the kind is wrong
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw unreadable(text);
        }
        byte[] typed = decode(parts[2]);
        for (Kind kind : Kind.values()) {
            if (typed.length == 1 + Ed25519.PUBLIC_LENGTH && typed[0] == kind.octet) {
                byte[] key = java.util.Arrays.copyOfRange(typed, 1, typed.length);
                var found = new VerifierKey(parts[0], kind, StrictBase64.text(key));
                if (found.hashText().equals(parts[1])) {
                    return found;
                }
            }
        }
        throw unreadable(text);
    }

    /** The 32 bytes of the key, RFC 8032. */
    public byte[] bytes() {
        return decode(base64);
    }

    /** The vkey line, without line end. */
    public String text() {
        return name + "+" + hashText() + "+" + StrictBase64.text(typed());
    }

    /** The first four bytes of SHA-256(name, line feed, kind, key), big-endian. */
    public int hash() {
        var sha = Digest.sha256();
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        return ByteBuffer.wrap(sha.digest(typed())).getInt();
    }

    private String hashText() {
        return HexFormat.of().toHexDigits(hash());
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + Ed25519.PUBLIC_LENGTH)
                .put((byte) kind.octet)
                .put(bytes())
                .array();
    }

    private static byte[] decode(String base64) {
        return StrictBase64.bytes(base64).orElseThrow(() -> unreadable(base64));
    }

    private static Unreadable unreadable(String text) {
        String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return new Unreadable(
                Fault.of(
                        "NOT_A_VERIFIER_KEY",
                        new Words("不是验证公钥：" + shown, "not a verifier key: " + shown),
                        new Words(
                                "应为一行：名称+8位十六进制+Base64",
                                "one line is wanted: name+8 hex digits+base64")));
    }
}

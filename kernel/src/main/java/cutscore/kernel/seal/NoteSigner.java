package cutscore.kernel.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/** Holds an Ed25519 private key and signs notes under one name. It never shows the private key. */
public final class NoteSigner {
    private final VerifierKey key;
    private final PrivateKey secret;

    private NoteSigner(String name, VerifierKey.Kind kind, byte[] seed) {
        var pair = Ed25519.pair(seed);
        secret = pair.getPrivate();
        byte[] open = Ed25519.raw(pair.getPublic());
        key = new VerifierKey(name, kind, StrictBase64.text(open));
        byte[] probe = "cutscore".getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.verifies(open, probe, Ed25519.sign(secret, probe))) {
            throw new IllegalStateException("the public key does not belong to the private one");
        }
    }

    /**
     * A log's signer. The same seed gives the same key and, for the same text, the same signature.
     *
     * @param name of the key; for a checkpoint, its origin
     * @param seed the 32 bytes of an RFC 8032 private key
     */
    public static NoteSigner log(String name, byte[] seed) {
        return new NoteSigner(name, VerifierKey.Kind.ED25519, seed);
    }

    /** A witness's signer; its seed must serve nothing else (C2SP tlog-cosignature). */
    public static NoteSigner witness(String name, byte[] seed) {
        return new NoteSigner(name, VerifierKey.Kind.COSIGNATURE, seed);
    }

    public VerifierKey key() {
        return key;
    }

    /**
     * Signs a text as its author.
     *
     * @throws IllegalStateException when this is a witness's key
     */
    public SignedNote sign(String text) {
        mustBe(VerifierKey.Kind.ED25519);
        byte[] signature = Ed25519.sign(secret, text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(SignedNote.Line.of(key, signature)));
    }

    /**
     * Adds a witness's cosignature to a note. Whether it may be given is the caller's to know.
     *
     * @param at whole seconds of it are signed
     * @throws IllegalStateException when this is a log's key
     */
    public SignedNote cosign(SignedNote note, Instant at) {
        mustBe(VerifierKey.Kind.COSIGNATURE);
        long seconds = at.getEpochSecond();
        byte[] signature = Ed25519.sign(secret, SignedNote.cosignedBytes(note.text(), seconds));
        byte[] stamped =
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array();
        return note.with(SignedNote.Line.of(key, stamped));
    }

    private void mustBe(VerifierKey.Kind kind) {
        if (key.kind() != kind) {
            throw new IllegalStateException("a key of kind " + key.kind() + " does not do this");
        }
    }
}

package cutscore.kernel.merkle;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.StrictBase64;
import cutscore.kernel.seal.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person keeps of an act in the ledger: one file, canonical JSON (RFC 8785), by which
 * anybody can see without us that the entry stands in the log that was signed. In the declarant's
 * own copy it also opens the entry's commitment, so that it proves what was declared, and when.
 *
 * <pre>{@code
 * {"checkpoint":"<signed note>","declared":{"record":{…},"salt":"<base64>"},"entry":"<base64>",
 *  "format":"cutscore-receipt-proof/1","index":7,"key":"<vkey>","path":["<base64>", …]}
 * }</pre>
 *
 * @param entry the entry's exact bytes
 * @param index its place in the log, from 0
 * @param path the hashes beside its way to the root, lowest first
 * @param checkpoint the signed note of the log
 * @param key by which the file says the note is checked: a hint, no more
 * @param declared what opens the commitment; only in the declarant's own copy
 */
public record ReceiptProof(
        LedgerEntry entry,
        long index,
        List<Hash> path,
        SignedNote checkpoint,
        VerifierKey key,
        Optional<Declared> declared) {
    public static final String FORMAT = "cutscore-receipt-proof/1";

    /** A tree of 2^63 leaves has no longer way to its root. */
    private static final int LONGEST_PATH = 63;

    private static final List<String> MEMBERS =
            List.of("checkpoint", "entry", "format", "index", "key", "path");
    private static final List<String> OWN_MEMBERS =
            List.of("checkpoint", "declared", "entry", "format", "index", "key", "path");

    public ReceiptProof {
        path = List.copyOf(path);
    }

    /**
     * What was committed to.
     *
     * @param content canonical JSON of the declaration; personal
     * @param salt 32 bytes, standard Base 64
     */
    public record Declared(Json.Obj content, String salt) {
        private static final int SALT = 32;

        /**
         * @throws JsonFault when the salt is not 32 bytes
         */
        public Declared {
            if (StrictBase64.bytes(salt).filter(bytes -> bytes.length == SALT).isEmpty()) {
                throw new JsonFault("not a salt of 32 bytes");
            }
        }

        /** Whether this is what the commitment was made to: HMAC-SHA256 under the salt. */
        public boolean opens(String commitment) {
            byte[] key = StrictBase64.bytes(salt).orElseThrow();
            return Commitment.to(content.bytes(), key).equals(commitment);
        }

        /** Says nothing that would tell who it is. */
        @Override
        public String toString() {
            return "Declared";
        }
    }

    /** The same without what opens the commitment: may be shown to anybody. */
    public ReceiptProof withoutDeclared() {
        return new ReceiptProof(entry, index, path, checkpoint, key, Optional.empty());
    }

    /** The file. */
    public byte[] bytes() {
        var json =
                Json.object()
                        .put("format", FORMAT)
                        .put("entry", StrictBase64.text(entry.bytes()))
                        .put("index", index)
                        .put("path", Json.texts(path.stream().map(ReceiptProof::text).toList()))
                        .put("checkpoint", checkpoint.file())
                        .put("key", key.text());
        declared.ifPresent(
                own ->
                        json.put(
                                "declared",
                                Json.object()
                                        .put("record", own.content())
                                        .put("salt", own.salt())
                                        .build()));
        return json.build().bytes();
    }

    /**
     * Reads the file strictly: one text for each content. Nothing is proven yet.
     *
     * @throws Unreadable when it is not such a file
     */
    public static ReceiptProof parse(byte[] file) {
        try {
            var json = Json.parseObject(text(file));
            if (!Arrays.equals(json.bytes(), file)) {
                throw new JsonFault("not canonical (RFC 8785)");
            }
            return read(json);
        } catch (JsonFault | IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ReceiptProof read(Json.Obj json) {
        var members = List.copyOf(json.members().keySet());
        if (!members.equals(MEMBERS) && !members.equals(OWN_MEMBERS)) {
            throw new JsonFault("a receipt proof has the members " + OWN_MEMBERS);
        }
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonFault("not the format " + FORMAT);
        }
        if (json.array("path").size() > LONGEST_PATH || json.whole("index") < 0) {
            throw new JsonFault("no such place in a tree");
        }
        var path = new ArrayList<Hash>();
        for (Json hash : json.array("path")) {
            path.add(Hash.of(base64(hash instanceof Json.Text(var text) ? text : "")));
        }
        return new ReceiptProof(
                new LedgerEntry(base64(json.text("entry"))),
                json.whole("index"),
                path,
                SignedNote.parse(json.text("checkpoint")),
                VerifierKey.parse(json.text("key")),
                json.find("declared").map(_ -> declared(json.object("declared"))));
    }

    private static Declared declared(Json.Obj json) {
        if (!List.copyOf(json.members().keySet()).equals(List.of("record", "salt"))) {
            throw new JsonFault("what was declared has the members record and salt");
        }
        return new Declared(json.object("record"), json.text("salt"));
    }

    private static String text(Hash hash) {
        return StrictBase64.text(hash.bytes());
    }

    private static byte[] base64(String text) {
        return StrictBase64.bytes(text).orElseThrow(() -> new JsonFault("not Base 64"));
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new JsonFault("not UTF-8");
        }
    }

    private static Unreadable unreadable(String why) {
        return new Unreadable(
                Fault.of(
                        "NOT_A_RECEIPT_PROOF",
                        new Words("不是回执证明文件：" + why, "not a receipt proof: " + why),
                        new Words(
                                "应为下载时的原文件，一个字节都不能改；请重新下载",
                                "the file as it was downloaded is wanted, no byte changed:"
                                        + " download it again")));
    }
}

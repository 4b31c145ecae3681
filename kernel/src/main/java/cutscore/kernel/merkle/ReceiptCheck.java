package cutscore.kernel.merkle;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import cutscore.kernel.seal.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a receipt's proof from its file alone: signature, inclusion, entry, commitment. */
public final class ReceiptCheck {
    private final ReceiptProof proof;
    private final VerifierKey key;
    private final List<Finding> findings = new ArrayList<>();

    private ReceiptCheck(ReceiptProof proof, VerifierKey key) {
        this.proof = proof;
        this.key = key;
    }

    /** What can be wrong, for machines. */
    public enum Code {
        KEY_DIFFERS,
        NOT_SIGNED,
        NOT_A_CHECKPOINT,
        OTHER_LOG,
        NOT_INCLUDED,
        NOT_AN_ACT,
        NOT_OPENED,
        CONTENT_DIFFERS
    }

    /** One thing that is wrong. */
    public record Finding(Code code, Words what) {}

    /**
     * What came of it.
     *
     * @param checkpoint what the log signed, when it can be read
     * @param act the entry, when it is one; personal things are not in it
     * @param declared what the commitment opens to; only when the proof is sound
     */
    public record Report(
            List<Finding> findings,
            Optional<Checkpoint> checkpoint,
            Optional<Json.Obj> act,
            Optional<Json.Obj> declared) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks the proof.
     *
     * @param key the log's key, best one that the reader holds from elsewhere; the file's own key
     *     proves only that the file agrees with itself
     */
    public static Report check(ReceiptProof proof, VerifierKey key) {
        return new ReceiptCheck(proof, key).check();
    }

    private Report check() {
        if (!proof.key().equals(key)) {
            found(
                    Code.KEY_DIFFERS,
                    "文件里写的公钥不是给出的公钥",
                    "the key in the file is not the key that was given");
        }
        var checkpoint = checkpoint();
        checkpoint.ifPresent(this::mustHoldTheEntry);
        var act = act();
        proof.declared().ifPresent(own -> act.ifPresent(it -> mustOpen(own, it)));
        var shown = findings.isEmpty() ? proof.declared() : Optional.<ReceiptProof.Declared>empty();
        return new Report(findings, checkpoint, act, shown.map(ReceiptProof.Declared::content));
    }

    private Optional<Checkpoint> checkpoint() {
        if (!proof.checkpoint().isSignedBy(key)) {
            found(Code.NOT_SIGNED, "检查点不是这把公钥签署的", "this key did not sign the checkpoint");
        }
        try {
            var read = Checkpoint.parse(proof.checkpoint().text());
            if (!read.origin().equals(key.name())) {
                found(
                        Code.OTHER_LOG,
                        "检查点属于另一个存证：" + read.origin(),
                        "the checkpoint is of another log: " + read.origin());
            }
            return Optional.of(read);
        } catch (Unreadable e) {
            found(Code.NOT_A_CHECKPOINT, "签署的内容不是检查点", "what was signed is no checkpoint");
            return Optional.empty();
        }
    }

    private void mustHoldTheEntry(Checkpoint checkpoint) {
        long size = checkpoint.size();
        boolean included =
                proof.index() < size
                        && new InclusionProof(proof.index(), size, proof.path())
                                .proves(proof.entry().leaf(), checkpoint.root());
        if (!included) {
            found(
                    Code.NOT_INCLUDED,
                    "第 " + proof.index() + " 号条目不在签署的存证树里",
                    "entry " + proof.index() + " does not stand in the tree that was signed");
        }
    }

    private Optional<Json.Obj> act() {
        try {
            ActForm.sequenced(proof.entry().bytes());
            var text = new String(proof.entry().bytes(), StandardCharsets.UTF_8);
            return Optional.of(Json.parseObject(text));
        } catch (JsonFault e) {
            found(Code.NOT_AN_ACT, "存证条目不是公务记录", "the entry is not an official act");
            return Optional.empty();
        }
    }

    private void mustOpen(ReceiptProof.Declared own, Json.Obj act) {
        var body = act.object("body");
        if (!own.opens(body.textIfAny("commitment").orElse(""))) {
            found(
                    Code.NOT_OPENED,
                    "附上的申报内容和盐打不开条目里的承诺值",
                    "the declaration and salt in the file do not open the entry's commitment");
        } else if (!says(own.content(), act, body)) {
            found(
                    Code.CONTENT_DIFFERS,
                    "附上的申报内容和存证条目说的不是同一件事",
                    "the declaration in the file and the entry do not say the same");
        }
    }

    /** The entry shows session, province, ground and instant; they must be those committed to. */
    private static boolean says(Json.Obj declared, Json.Obj act, Json.Obj body) {
        try {
            var province = new DivisionCode(declared.text("place")).province().value();
            return body.text("session").equals(declared.text("session"))
                    && body.text("ground").equals(declared.text("ground"))
                    && body.text("province").equals(province)
                    && second(act.text("at")).equals(second(declared.text("arrivedAt")));
        } catch (JsonFault | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static Instant second(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void found(Code code, String zh, String en) {
        findings.add(new Finding(code, new Words(zh, en)));
    }
}

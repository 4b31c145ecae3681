package cutscore.cli.ledger;

import cutscore.kernel.Words;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.merkle.MissingTile;
import cutscore.kernel.merkle.TileProofs;
import cutscore.kernel.seal.NoteSigner;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * Remembers the last tree it saw of a log and cosigns only what continues it (C2SP
 * tlog-cosignature). What it saw is stored before the cosignature leaves.
 */
final class Witness {
    private final WitnessFolder folder;
    private final NoteSigner signer;
    private final InstantSource clock;

    Witness(WitnessFolder folder, NoteSigner signer, InstantSource clock) {
        this.folder = folder;
        this.signer = signer;
        this.clock = clock;
    }

    /** What it answers. */
    sealed interface Answer {
        record Cosigned(SignedNote note) implements Answer {}

        record Refused(Words why) implements Answer {}
    }

    Answer look(LedgerSource source, VerifierKey log) {
        byte[] file =
                source.read("checkpoint").orElseThrow(() -> WitnessFolder.noCheckpoint(source));
        var note = SignedNote.parse(new String(file, StandardCharsets.UTF_8));
        var checkpoint = Checkpoint.parse(note.text());
        if (!note.isSignedBy(log) || !checkpoint.origin().equals(log.name())) {
            return refused("检查点不是该日志的公钥签的", "the checkpoint is not signed by this log's key");
        }
        var known = folder.latest(checkpoint.origin());
        if (known.isPresent() && !continues(known.get(), checkpoint, source)) {
            return refused(
                    "与上次见到的（" + known.get().size() + " 条）不连续，拒绝联署",
                    "it does not continue the tree seen before ("
                            + known.get().size()
                            + " entries); not cosigned");
        }
        folder.remember(checkpoint);
        return new Answer.Cosigned(signer.cosign(note, clock.instant()));
    }

    private static boolean continues(Checkpoint known, Checkpoint now, LedgerSource source) {
        if (now.size() < known.size()) {
            return false;
        }
        try {
            return new TileProofs(source, now.size())
                    .consistency(known.size())
                    .proves(known.root(), now.root());
        } catch (MissingTile e) {
            return false;
        }
    }

    private static Answer refused(String zh, String en) {
        return new Answer.Refused(new Words(zh, en));
    }
}

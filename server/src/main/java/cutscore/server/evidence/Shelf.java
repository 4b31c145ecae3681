package cutscore.server.evidence;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.FieldCiphers;
import cutscore.server.evidence.Inspection.Finding;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where examined files are put: bytes first, down to the disk, then the row that names them. */
@Component
class Shelf {
    private final FileTable files;
    private final SealedFolder folder;
    private final FieldCiphers ciphers;
    private final Entropy entropy;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    Shelf(
            FileTable files,
            SealedFolder folder,
            FieldCiphers ciphers,
            Entropy entropy,
            InstantSource clock,
            TransactionOperations transactions) {
        this.files = files;
        this.folder = folder;
        this.ciphers = ciphers;
        this.entropy = entropy;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What an owner's limits say about one more file of so many bytes. */
    static Optional<EvidenceRefusal> beyond(FileTable.Held held, long more) {
        if (held.loose() >= EvidenceFiles.MOST_FILES) {
            return Optional.of(EvidenceRefusal.TOO_MANY_FILES);
        }
        if (held.looseBytes() + more > EvidenceFiles.MOST_BYTES_HELD) {
            return Optional.of(EvidenceRefusal.NO_SPACE);
        }
        boolean sittingIsFull =
                held.ofSitting() >= EvidenceFiles.MOST_OF_A_SITTING
                        || held.bytesOfSitting() + more > EvidenceFiles.MOST_BYTES_OF_A_SITTING;
        return sittingIsFull ? Optional.of(EvidenceRefusal.SITTING_IS_FULL) : Optional.empty();
    }

    /** A finding for an owner, still to be put somewhere. */
    record Arrival(EvidenceOwner owner, String item, String name, Finding finding) {}

    /** Says inside a transaction what became of a file. */
    @FunctionalInterface
    interface End {
        /** False when somebody said so before. */
        boolean say(Taken taken);
    }

    /**
     * Keeps what was made, or nothing.
     *
     * @param end says in the same transaction what became of it, and whether that counts; it is
     *     called before the owner's limits are looked at, with the file that would be kept
     */
    Taken put(Arrival arrival, End end) {
        return switch (arrival.finding()) {
            case Finding.Bad(var why) -> ended(new Taken.Refused(why), end);
            case Finding.Made made -> keep(arrival, made, end);
        };
    }

    private Taken ended(Taken taken, End end) {
        transactions.executeWithoutResult(_ -> end.say(taken));
        return taken;
    }

    private Taken keep(Arrival arrival, Finding.Made made, End end) {
        var id = entropy.id();
        var cipher = ciphers.algorithm();
        byte[] key = entropy.bytes(cipher.keyBytes());
        folder.write(id, cipher, key, made.bytes());
        var file =
                new EvidenceFile(
                        id,
                        arrival.item(),
                        arrival.name(),
                        made.kind(),
                        made.bytes().length,
                        made.pages(),
                        made.scan(),
                        clock.instant(),
                        false);
        var why =
                Objects.requireNonNull(
                        transactions.execute(
                                transaction -> {
                                    boolean counts = end.say(new Taken.Stored(file));
                                    var full = beyond(files.held(arrival.owner()), file.bytes());
                                    if (counts && full.isEmpty()) {
                                        files.insert(arrival.owner(), file, cipher, key);
                                        return Optional.<EvidenceRefusal>empty();
                                    }
                                    transaction.setRollbackOnly();
                                    return Optional.of(full.orElse(EvidenceRefusal.KEY_REUSED));
                                }));
        if (why.isEmpty()) {
            return new Taken.Stored(file);
        }
        folder.remove(id);
        return ended(new Taken.Refused(why.get()), end);
    }
}

package cutscore.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files people send as evidence: received, examined, kept, opened. An owner is whatever account
 * a caller names; who may open a file, the caller has decided before asking.
 */
@Component
public class EvidenceFiles {
    /** 每个文件的上限, in bytes as sent. */
    public static final int MOST_BYTES = 10 << 20;

    /** How many files one account may hold that belong to no declaration yet. */
    public static final int MOST_FILES = 20;

    /** How many bytes those may take. */
    public static final long MOST_BYTES_HELD = 30L << 20;

    /** How many files one sitting may have, those of its declaration included. */
    public static final int MOST_OF_A_SITTING = 60;

    /** How many bytes those may take. */
    public static final long MOST_BYTES_OF_A_SITTING = 90L << 20;

    static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    private final FileTable files;
    private final SealedFolder folder;
    private final Inspection inspection;
    private final Shelf shelf;
    private final Uploads uploads;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    EvidenceFiles(
            FileTable files,
            SealedFolder folder,
            Inspection inspection,
            Shelf shelf,
            Uploads uploads,
            InstantSource clock,
            TransactionOperations transactions) {
        this.files = files;
        this.folder = folder;
        this.inspection = inspection;
        this.shelf = shelf;
        this.uploads = uploads;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Whether an upload may be sent. */
    public sealed interface Begun {

        /** Send it from the offset on, or, if it has an outcome, not again. */
        record Going(UploadProgress progress) implements Begun {}

        record Refused(EvidenceRefusal why) implements Begun {}
    }

    /**
     * Begins to take a file in pieces, or finds what was begun under the same key.
     *
     * @param item for which item of the province's list
     * @param fileName as the browser says it
     * @param size of the whole file in bytes; judged against the limits now, before a byte is read
     * @param key made by the sender for this file, 8 to 64 letters, digits, dots, hyphens
     */
    public Begun begin(EvidenceOwner owner, String item, String fileName, long size, String key) {
        return uploads.begin(owner, item, fileName, size, key);
    }

    /**
     * Takes a piece. One that was taken before does no harm, one that overlaps counts where it is
     * new, one that was cut counts as far as it came; one that leaves a gap is not read. After the
     * last the file is examined; the answer waits some seconds for the outcome.
     *
     * @param offset of the piece's first byte
     * @throws NoSuchElementException when the owner has no such upload
     */
    public UploadProgress piece(UUID upload, UUID owner, long offset, InputStream body) {
        return uploads.piece(upload, owner, offset, body);
    }

    /**
     * How far an upload is.
     *
     * @throws NoSuchElementException when the owner has no such upload
     */
    public UploadProgress offset(UUID upload, UUID owner) {
        return uploads.offset(upload, owner);
    }

    /**
     * Takes a file that comes in one go, the way of browsers without scripts.
     *
     * @param item for which item of the province's list
     * @param fileName as the browser says it
     * @throws IOException when the sender went away; nothing is kept then
     */
    public Taken whole(EvidenceOwner owner, String item, String fileName, InputStream body)
            throws IOException {
        if (!ITEM.matcher(item).matches()) {
            return new Taken.Refused(EvidenceRefusal.MALFORMED);
        }
        var full = transactions.execute(_ -> Shelf.beyond(files.held(owner), 1));
        if (Objects.requireNonNull(full).isPresent()) {
            return new Taken.Refused(full.get());
        }
        byte[] sent = body.readNBytes(MOST_BYTES + 1);
        if (sent.length > MOST_BYTES) {
            return new Taken.Refused(EvidenceRefusal.TOO_LARGE);
        }
        String name = GivenName.clean(fileName);
        var finding = inspection.inspect(name, sent);
        return shelf.put(new Shelf.Arrival(owner, item, name, finding), _ -> true);
    }

    /**
     * What somebody has sent and not taken away, the oldest first: for the sitting, or for none in
     * particular; all of the account's where the owner names no sitting.
     */
    public List<EvidenceFile> of(EvidenceOwner owner) {
        return files.of(owner);
    }

    /** Whether the file is, or was, that owner's. */
    public boolean belongs(UUID file, UUID owner) {
        return files.belongs(file, owner);
    }

    /** What a file is, without opening it; for somebody who may see it. */
    public Optional<EvidenceFile> find(UUID file) {
        return files.find(file).map(FileTable.Keyed::file);
    }

    /** A file in the clear, for somebody who may see it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Opened(EvidenceFile file, byte[] bytes) {}

    /**
     * @throws NoSuchElementException when there is no such file, or it was taken away
     */
    public Opened open(UUID file) {
        var keyed = files.find(file).orElseThrow(() -> new NoSuchElementException("no such file"));
        return new Opened(keyed.file(), folder.read(file, keyed.cipher(), keyed.key()));
    }

    /**
     * Takes a file away for good, unless it belongs to a declaration.
     *
     * @return false when it does, or is not that owner's
     */
    @Transactional
    public boolean drop(UUID file, UUID owner) {
        boolean dropped = files.drop(file, owner, clock.instant());
        if (dropped) {
            afterCommit(() -> folder.remove(file));
        }
        return dropped;
    }

    /**
     * Makes files part of a declaration, in its transaction: from its commit on they stay.
     *
     * @return false when one of them is not that owner's or was taken away; the caller then undoes
     *     its transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean attach(Collection<UUID> ids, UUID owner) {
        var different = Set.copyOf(ids);
        return different.isEmpty()
                || files.attach(different, owner, clock.instant()) == different.size();
    }

    private static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        what.run();
                    }
                });
    }
}

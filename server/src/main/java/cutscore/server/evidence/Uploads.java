package cutscore.server.evidence;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.FieldCiphers;
import cutscore.server.evidence.EvidenceFiles.Begun;
import cutscore.server.evidence.UploadTable.Stage;
import cutscore.server.evidence.UploadTable.Upload;
import cutscore.server.evidence.parser.Signature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files that come in pieces. A piece may be cut, sent again or overlap; only a gap is refused, with
 * the place to go on from. What was acknowledged is on the disk.
 */
@Component
class Uploads {
    /** More than this of one piece is left for the next. */
    static final int LONGEST_PIECE = 1 << 20;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final UploadTable uploads;
    private final FileTable files;
    private final Incoming incoming;
    private final Examination examination;
    private final Examiners examiners;
    private final FieldCiphers ciphers;
    private final Entropy entropy;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    Uploads(
            UploadTable uploads,
            FileTable files,
            Incoming incoming,
            Examination examination,
            Examiners examiners,
            FieldCiphers ciphers,
            Entropy entropy,
            InstantSource clock,
            TransactionOperations transactions) {
        this.uploads = uploads;
        this.files = files;
        this.incoming = incoming;
        this.examination = examination;
        this.examiners = examiners;
        this.ciphers = ciphers;
        this.entropy = entropy;
        this.clock = clock;
        this.transactions = transactions;
    }

    Begun begin(EvidenceOwner owner, String item, String fileName, long size, String key) {
        String name = GivenName.clean(fileName);
        var odd = odd(item, name, size, key);
        if (odd.isPresent()) {
            return new Begun.Refused(odd.get());
        }
        var begun =
                Objects.requireNonNull(
                        transactions.execute(_ -> begun(owner, item, name, size, key)));
        if (begun instanceof Begun.Going) {
            Thread.ofVirtual().start(examiners::warm);
        }
        return begun;
    }

    private static Optional<EvidenceRefusal> odd(String item, String name, long size, String key) {
        if (!EvidenceFiles.ITEM.matcher(item).matches() || !KEY.matcher(key).matches()) {
            return Optional.of(EvidenceRefusal.MALFORMED);
        }
        if (size <= 0) {
            return Optional.of(EvidenceRefusal.EMPTY);
        }
        if (size > EvidenceFiles.MOST_BYTES) {
            return Optional.of(EvidenceRefusal.TOO_LARGE);
        }
        return GivenName.endsWell(name)
                ? Optional.empty()
                : Optional.of(EvidenceRefusal.OTHER_ENDING);
    }

    private Begun begun(EvidenceOwner owner, String item, String name, long size, String key) {
        var held = files.held(owner);
        var known = uploads.byKey(owner.account(), key);
        if (known.isPresent()) {
            boolean same =
                    known.get().size() == size
                            && known.get().item().equals(item)
                            && known.get().owner().equals(owner);
            return same && known.get().stage() != Stage.ABANDONED
                    ? new Begun.Going(progress(known.get()))
                    : new Begun.Refused(EvidenceRefusal.KEY_REUSED);
        }
        var full = Shelf.beyond(held, size);
        if (full.isPresent()) {
            return new Begun.Refused(full.get());
        }
        var cipher = ciphers.algorithm();
        var upload =
                new Upload(
                        entropy.id(),
                        owner,
                        item,
                        name,
                        size,
                        0,
                        0,
                        cipher,
                        entropy.bytes(cipher.keyBytes()),
                        Stage.RECEIVING,
                        null,
                        null);
        uploads.insert(upload, key, clock.instant());
        return new Begun.Going(progress(upload));
    }

    UploadProgress piece(UUID id, UUID owner, long offset, InputStream body) {
        var before = progress(mine(uploads.find(id), owner));
        if (before.outcome().isPresent() || before.examining()) {
            return settled(id, owner);
        }
        if (offset > before.offset() || offset < 0) {
            return before.withGap();
        }
        byte[] piece = asFarAsItCame(body, (int) Math.min(LONGEST_PIECE, before.size() - offset));
        var after =
                Objects.requireNonNull(transactions.execute(_ -> append(id, owner, offset, piece)));
        return after.examining() ? settled(id, owner) : after;
    }

    private UploadProgress append(UUID id, UUID owner, long offset, byte[] piece) {
        var upload = mine(uploads.lock(id), owner);
        long known = upload.received() - offset;
        if (known < 0) {
            return progress(upload).withGap();
        }
        if (upload.stage() != Stage.RECEIVING || known >= piece.length) {
            return progress(upload);
        }
        byte[] fresh = Arrays.copyOfRange(piece, (int) known, piece.length);
        var odd = atFirstSight(upload, fresh);
        if (odd.isPresent()) {
            uploads.end(id, Stage.REFUSED, odd.get().name(), null, clock.instant());
            incoming.remove(id);
            return progress(mine(uploads.find(id), owner));
        }
        long onDisk = incoming.append(upload, fresh);
        long received = upload.received() + fresh.length;
        var stage = received == upload.size() ? Stage.EXAMINING : Stage.RECEIVING;
        uploads.advance(id, received, onDisk, stage, clock.instant());
        return progress(mine(uploads.find(id), owner));
    }

    /** Nobody sends ten megabytes to learn that the first bytes were wrong. */
    private static Optional<EvidenceRefusal> atFirstSight(Upload upload, byte[] fresh) {
        boolean enough = fresh.length >= Math.min(upload.size(), Signature.LENGTH);
        return upload.received() == 0 && enough
                ? Inspection.atFirstSight(
                        upload.name(),
                        Arrays.copyOf(fresh, Math.min(fresh.length, Signature.LENGTH)))
                : Optional.empty();
    }

    /** The sender waits a little for the outcome; after that it asks. */
    private UploadProgress settled(UUID id, UUID owner) {
        if (mine(uploads.find(id), owner).stage() == Stage.EXAMINING) {
            examination.await(id, PATIENCE);
        }
        return progress(mine(uploads.find(id), owner));
    }

    UploadProgress offset(UUID id, UUID owner) {
        var upload = mine(uploads.find(id), owner);
        if (upload.stage() == Stage.EXAMINING) {
            var _ = examination.begin(id);
        }
        return progress(upload);
    }

    /** What came before a line was cut counts. */
    private static byte[] asFarAsItCame(InputStream body, int most) {
        var out = new ByteArrayOutputStream(Math.min(most, 1 << 16));
        byte[] some = new byte[1 << 13];
        try {
            while (out.size() < most) {
                int read = body.read(some, 0, Math.min(some.length, most - out.size()));
                if (read < 0) {
                    break;
                }
                out.write(some, 0, read);
            }
        } catch (IOException cut) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static Upload mine(Optional<Upload> upload, UUID owner) {
        return upload.filter(u -> u.owner().account().equals(owner))
                .orElseThrow(() -> new NoSuchElementException("no such upload"));
    }

    private UploadProgress progress(Upload upload) {
        return new UploadProgress(
                upload.id(),
                upload.item(),
                upload.received(),
                upload.size(),
                false,
                outcome(upload));
    }

    private Optional<Taken> outcome(Upload upload) {
        return switch (upload.stage()) {
            case RECEIVING, EXAMINING -> Optional.empty();
            case ABANDONED -> Optional.of(new Taken.Refused(EvidenceRefusal.KEY_REUSED));
            case REFUSED ->
                    Optional.of(
                            new Taken.Refused(
                                    EvidenceRefusal.valueOf(
                                            Objects.requireNonNull(upload.refusal()))));
            case STORED ->
                    files.find(Objects.requireNonNull(upload.file()))
                            .<Taken>map(keyed -> new Taken.Stored(keyed.file()))
                            .or(() -> Optional.of(new Taken.Refused(EvidenceRefusal.KEY_REUSED)));
        };
    }
}

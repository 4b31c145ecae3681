package cutscore.server.ledger;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.merkle.ActForm;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.InclusionProof;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's only door. What is appended inside a transaction stands in the ledger exactly when
 * that transaction commits; {@link #publish} makes it provable to anyone.
 */
public class Ledger {
    private final LedgerTable table;
    private final Salts salts;
    private final InstantSource clock;
    private final Publisher publisher;
    private final TransactionTemplate callers;

    Ledger(
            LedgerTable table,
            Entropy entropy,
            InstantSource clock,
            Publisher publisher,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.salts = new Salts(table, entropy);
        this.clock = clock;
        this.publisher = publisher;
        this.callers = new TransactionTemplate(transactions);
        callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /**
     * Puts an act into the ledger, in the caller's transaction. From here to the commit no other
     * act is sequenced: append late, commit soon.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     * @throws LedgerRefused when the body holds something personal or is longer than 65,535 bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Sequenced append(Act act) {
        return append(List.of(act)).getFirst();
    }

    /** Many acts in one go, in this order; much faster than one by one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Sequenced> append(List<Act> acts) {
        acts.forEach(act -> NothingPersonal.require(act.body()));
        return inCallersTransaction(() -> sequence(acts));
    }

    private List<Sequenced> sequence(List<Act> acts) {
        if (acts.isEmpty()) {
            return List.of();
        }
        var reserved = table.reserve(acts.size(), now());
        var fresh = acts.stream().map(act -> fresh(act, reserved.sequenced())).toList();
        table.insert(reserved.first(), fresh);
        var sequenced = new ArrayList<Sequenced>(fresh.size());
        for (var entry : fresh) {
            sequenced.add(new Sequenced(reserved.first() + sequenced.size(), entry.leaf()));
        }
        return sequenced;
    }

    private static LedgerTable.Fresh fresh(Act act, Instant sequenced) {
        byte[] bytes = ActForm.write(act.kind(), act.at(), sequenced, act.by(), act.body()).bytes();
        if (bytes.length > LedgerEntry.LONGEST) {
            throw new LedgerRefused(
                    LedgerRefused.Why.TOO_LONG,
                    new Words(
                            "存证条目过长：" + bytes.length + " 字节，最多 " + LedgerEntry.LONGEST,
                            "an entry of " + bytes.length + " bytes; at most 65535"));
        }
        var entry = new LedgerEntry(bytes);
        return new LedgerTable.Fresh(act.kind(), act.at(), entry, entry.leaf());
    }

    /**
     * A commitment to something personal: hex HMAC-SHA256 under a fresh salt, which is stored in
     * the caller's transaction. The only way by which personal things reach an act.
     *
     * @param canonicalRecord canonical JSON of what is committed to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String commit(byte[] canonicalRecord) {
        return commit(List.of(canonicalRecord)).getFirst();
    }

    /** Many commitments in one go, in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> commit(List<byte[]> canonicalRecords) {
        return inCallersTransaction(() -> salts.commit(canonicalRecords, now()));
    }

    /**
     * Whether a text may stand in an act in clear: an identity number may not. For a door to ask
     * before it takes what somebody typed.
     */
    public static boolean mayStandIn(String text) {
        return NothingPersonal.allows(text);
    }

    /** The salt by which the holder of the record opens a commitment; empty when it was deleted. */
    public Optional<byte[]> salt(String commitment) {
        return table.salt(commitment);
    }

    /** Deletes the salt, and so the person, from the ledger; false when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forget(String commitment) {
        return inCallersTransaction(() -> table.deleteSalt(commitment));
    }

    /** Whether this record under this salt is what was committed to. */
    public static boolean opens(String commitment, byte[] salt, byte[] canonicalRecord) {
        return Salts.commitment(salt, canonicalRecord).equals(commitment);
    }

    /**
     * Takes all committed entries into the tree, writes tiles and bundles, re-hashes them, signs
     * the checkpoint and writes it last. Nothing new: the last checkpoint again.
     *
     * @throws LedgerRefused when the entries, the files and what was signed before do not agree
     * @throws org.springframework.transaction.IllegalTransactionStateException inside a transaction
     */
    public Checkpoint publish() {
        return publisher.publish();
    }

    /**
     * That the entry stands in the last published tree.
     *
     * @throws LedgerRefused when it is not published yet
     */
    public InclusionProof prove(long index) {
        return publisher.prove(index);
    }

    /**
     * The entry with everything by which anybody can see that it stands in the log: empty while it
     * is not published yet, which takes seconds.
     *
     * @throws LedgerRefused when the stored entry is gone
     */
    public Optional<LedgerInclusion> inclusion(long index) {
        return publisher.inclusion(index);
    }

    /** A sequenced entry, published or not: to hold against it what the tables say. */
    public Optional<LedgerEntry> entry(long index) {
        return table.entry(index);
    }

    /** The last signed checkpoint, as published. */
    public Optional<SignedNote> published() {
        return table.lastCheckpoint().map(last -> SignedNote.parse(last.note()));
    }

    /** How many entries are sequenced and committed, published or not. */
    public long size() {
        return table.size();
    }

    /** How many committed entries wait to be published; it grows when publishing fails. */
    public long waiting() {
        return table.size() - table.lastCheckpoint().map(LedgerTable.Signed::size).orElse(0L);
    }

    /** Where the public files are; to be served as they are. */
    public Path folder() {
        return publisher.folder();
    }

    /** The key that checks the checkpoints. */
    public VerifierKey key() {
        return publisher.key();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Holds for a ledger made by hand, too, which no framework wraps. */
    private <T> T inCallersTransaction(Supplier<T> work) {
        return java.util.Objects.requireNonNull(callers.execute(status -> work.get()));
    }
}

package cutscore.server.ledger;

import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.Hash;
import cutscore.kernel.merkle.InclusionProof;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.merkle.TileProofs;
import cutscore.kernel.merkle.TiledTree;
import cutscore.kernel.merkle.TreeFrontier;
import cutscore.kernel.seal.NoteSigner;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import cutscore.server.ledger.LedgerTable.Signed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grows the public tree. Order: tiles and bundles, read back and hashed again, signed, the note
 * stored and committed, and only then the file {@code checkpoint}: whatever breaks in between,
 * nothing is seen that could have to be taken back.
 */
final class Publisher {
    private final LedgerTable table;
    private final LedgerFolder folder;
    private final NoteSigner signer;
    private final InstantSource clock;
    private final TransactionTemplate own;
    private @Nullable TiledTree tree;

    Publisher(
            LedgerTable table,
            LedgerFolder folder,
            NoteSigner signer,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.folder = folder;
        this.signer = signer;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
    }

    Path folder() {
        return folder.path();
    }

    VerifierKey key() {
        return signer.key();
    }

    synchronized Checkpoint publish() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // We would see, and sign, what may never be committed.
            throw new IllegalTransactionStateException("publishing inside a transaction");
        }
        boolean done = false;
        try {
            var signed = Objects.requireNonNull(own.execute(status -> extend()));
            folder.expose(signed.note(), key());
            done = true;
            return Checkpoint.parse(SignedNote.parse(signed.note()).text());
        } finally {
            tree = done ? tree : null;
        }
    }

    private Signed extend() {
        table.lockPublishing();
        long size = table.size();
        var last = table.lastCheckpoint();
        var seen = folder.exposed(key());
        long before = last.map(Signed::size).orElse(0L);
        long known = Math.max(before, seen.map(Checkpoint::size).orElse(0L));
        if (size < known) {
            throw Disagreement.smaller(size, known);
        }
        var grown = lastTree(last);
        if (last.isEmpty() || size > before) {
            grow(grown, size);
        }
        seen.ifPresent(older -> mustContain(grown, older));
        return last.isPresent() && size == before ? last.get() : sign(grown);
    }

    /** The tree as it was signed last: at hand, from its files, or from the entries. */
    private TiledTree lastTree(Optional<Signed> last) {
        long size = last.map(Signed::size).orElse(0L);
        var root = last.map(Signed::root).orElse(Hash.EMPTY);
        if (tree != null && tree.size() == size && tree.root().equals(root)) {
            return tree;
        }
        tree =
                TiledTree.resume(size, folder.files())
                        .filter(found -> found.root().equals(root))
                        .orElseGet(() -> rebuilt(size, root));
        return tree;
    }

    private TiledTree rebuilt(long size, Hash root) {
        var fresh = new TiledTree();
        take(fresh, new TreeFrontier(), size);
        fresh.putPartial(folder);
        if (!fresh.root().equals(root)) {
            throw Disagreement.otherTree(size);
        }
        return fresh;
    }

    private void grow(TiledTree growing, long size) {
        long before = growing.size();
        var peaks = growing.peaks();
        var check = new TreeFrontier(before, peaks);
        take(growing, check, size);
        growing.putPartial(folder);
        folder.forceNames();
        // Not what we meant to write but what the disk holds is what others will hash.
        var stored = folder.readBack(new TreeFrontier(before, peaks), size);
        if (!check.root().equals(growing.root()) || !stored.equals(growing.root())) {
            throw Disagreement.otherTree(size);
        }
    }

    /** The leaf hashes were computed when the acts were sequenced, and are compared one by one. */
    private void take(TiledTree growing, TreeFrontier check, long size) {
        try (var entries = table.entries(growing.size(), size)) {
            entries.forEach(
                    stored -> {
                        boolean next = stored.index() == growing.size();
                        if (!next || !stored.entry().leaf().equals(stored.leaf())) {
                            throw Disagreement.entry(growing.size());
                        }
                        growing.append(stored.entry(), folder);
                        check.append(stored.leaf());
                    });
        }
        if (growing.size() != size) {
            throw Disagreement.entry(growing.size());
        }
    }

    private void mustContain(TiledTree grown, Checkpoint older) {
        var root = new TileProofs(folder.files(), grown.size()).root(older.size());
        if (!root.equals(older.root())) {
            throw Disagreement.otherTree(older.size());
        }
    }

    private Signed sign(TiledTree grown) {
        var checkpoint = new Checkpoint(key().name(), grown.size(), grown.root());
        var note = signer.sign(checkpoint.text()).file();
        var signed = new Signed(checkpoint.size(), checkpoint.root(), note);
        table.insert(signed, clock.instant());
        return signed;
    }

    InclusionProof prove(long index) {
        long size = table.lastCheckpoint().map(Signed::size).orElse(0L);
        if (index < 0 || index >= size) {
            throw Disagreement.notYet(index, size);
        }
        return new TileProofs(folder.files(), size).inclusion(index);
    }

    /**
     * The entry with its proof, when the last checkpoint holds it; all of one and the same tree.
     */
    Optional<LedgerInclusion> inclusion(long index) {
        return table.lastCheckpoint()
                .filter(last -> index >= 0 && index < last.size())
                .map(
                        last ->
                                new LedgerInclusion(
                                        entry(index),
                                        new TileProofs(folder.files(), last.size())
                                                .inclusion(index),
                                        SignedNote.parse(last.note())));
    }

    private LedgerEntry entry(long index) {
        return table.entry(index).orElseThrow(() -> Disagreement.entry(index));
    }
}

package cutscore.kernel.merkle;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.JsonFault;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a whole ledger from its public files alone: builds every hash again from the entries,
 * compares every tile of every level, the root and the signature, and makes and verifies proofs. It
 * streams, and believes nothing but the key it is given.
 */
public final class Fsck {
    /** More of them tell nothing new. */
    private static final int MOST_FINDINGS = 100;

    private static final int PROOFS = 32;

    private final LedgerSource source;
    private final VerifierKey key;
    private final List<Finding> findings = new ArrayList<>();
    private Instant before = Instant.MIN;

    public Fsck(LedgerSource source, VerifierKey key) {
        this.source = source;
        this.key = key;
    }

    /**
     * Something that is not as it must be.
     *
     * @param code stable name for machines
     * @param file its path in the ledger
     * @param index of the entry that is meant, -1 when the whole file is
     * @param what differs
     */
    public record Finding(Code code, String file, long index, Words what) {}

    /** The kinds of finding. */
    public enum Code {
        NOT_A_CHECKPOINT,
        SIGNATURE,
        ORIGIN,
        ROOT,
        MISSING,
        CUT,
        HASH,
        FORM,
        TIME,
        PROOF,
        STRANGE,
        BEYOND
    }

    /**
     * What was found.
     *
     * @param checkpoint as it stands there, if it can be read; believe it only when there is no
     *     finding
     * @param findings none: the ledger is sound
     * @param witnesses names on further signature lines, unverified
     */
    public record Report(
            Optional<Checkpoint> checkpoint, List<Finding> findings, List<String> witnesses) {
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /**
     * Reads everything once.
     *
     * @throws Unreadable when there is no checkpoint
     * @throws java.io.UncheckedIOException when the source fails
     */
    public Report check() {
        byte[] file = source.read("checkpoint").orElseThrow(this::noLedger);
        Optional<Checkpoint> checkpoint = Optional.empty();
        List<String> others = List.of();
        try {
            var note = SignedNote.parse(new String(file, StandardCharsets.UTF_8));
            checkpoint = Optional.of(Checkpoint.parse(note.text()));
            others = others(note);
            signature(note, checkpoint.get());
            checkpoint.ifPresent(this::tree);
        } catch (Unreadable e) {
            found(Code.NOT_A_CHECKPOINT, "checkpoint", -1, e.faults().getFirst().what());
        }
        return new Report(checkpoint, List.copyOf(findings), others);
    }

    private List<String> others(SignedNote note) {
        return note.signatures().stream()
                .map(SignedNote.Line::name)
                .filter(name -> !name.equals(key.name()))
                .distinct()
                .toList();
    }

    private void signature(SignedNote note, Checkpoint checkpoint) {
        if (!note.isSignedBy(key)) {
            found(
                    Code.SIGNATURE,
                    "checkpoint",
                    -1,
                    new Words(
                            "签名不是所给公钥签的：" + key.text(),
                            "not signed by the given key: " + key.text()));
        }
        if (!checkpoint.origin().equals(key.name())) {
            found(
                    Code.ORIGIN,
                    "checkpoint",
                    -1,
                    new Words(
                            "名称与公钥不符：" + checkpoint.origin(),
                            "the origin is not the key's name: " + checkpoint.origin()));
        }
    }

    private void tree(Checkpoint checkpoint) {
        long size = checkpoint.size();
        var tree = new TiledTree();
        TiledTree.Sink compare = this::compare;
        for (long index = 0; tree.size() < size; index++) {
            var path = TilePath.of(TilePath.ENTRIES, index, size).orElseThrow();
            var entries = entries(path);
            if (entries.isEmpty()) {
                // Without these entries no later hash of the tree can be built again.
                return;
            }
            entries.get().forEach(entry -> take(path, tree, entry, compare));
        }
        tree.putPartial(compare);
        if (!tree.root().equals(checkpoint.root())) {
            found(
                    Code.ROOT,
                    "checkpoint",
                    -1,
                    new Words(
                            "根哈希与条目算出的不符：应为 " + tree.root().hex(),
                            "the root is not what the entries give: " + tree.root().hex()));
        }
        new Surplus(source, size, this::found).check();
        if (findings.isEmpty()) {
            proofs(checkpoint);
        }
    }

    private Optional<List<LedgerEntry>> entries(TilePath path) {
        var file = source.read(path.text());
        if (file.isEmpty()) {
            found(Code.MISSING, path.text(), -1, new Words("文件缺失", "the file is missing"));
            return Optional.empty();
        }
        var entries = file.flatMap(EntryBundle::read);
        if (entries.isEmpty() || entries.get().size() != path.width()) {
            String count = entries.map(e -> String.valueOf(e.size())).orElse("?");
            found(
                    Code.CUT,
                    path.text(),
                    -1,
                    new Words(
                            "应有 " + path.width() + " 条，读出 " + count + " 条或残缺",
                            path.width() + " entries should be here, " + count + " are, or cut"));
            return Optional.empty();
        }
        return entries;
    }

    private void take(TilePath path, TiledTree tree, LedgerEntry entry, TiledTree.Sink compare) {
        long index = tree.size();
        try {
            var sequenced = ActForm.sequenced(entry.bytes());
            if (sequenced.isBefore(before)) {
                found(
                        Code.TIME,
                        path.text(),
                        index,
                        new Words("排序时间早于上一条", "sequenced before the entry before it"));
            }
            before = sequenced;
        } catch (JsonFault e) {
            found(
                    Code.FORM,
                    path.text(),
                    index,
                    new Words("不是规范的存证条目：" + e.getMessage(), "no proper act: " + e.getMessage()));
        }
        tree.append(entry, compare);
    }

    /** What the entries give, against what is stored. */
    private void compare(TilePath path, byte[] wanted) {
        if (path.level() == TilePath.ENTRIES) {
            // Read as this very file already.
            return;
        }
        var file = source.read(path.text());
        if (file.isEmpty()) {
            found(Code.MISSING, path.text(), -1, new Words("文件缺失", "the file is missing"));
            return;
        }
        byte[] stored = file.get();
        if (stored.length != wanted.length) {
            found(
                    Code.CUT,
                    path.text(),
                    -1,
                    new Words(
                            "应为 " + wanted.length + " 字节，实为 " + stored.length + " 字节",
                            wanted.length + " bytes are wanted, " + stored.length + " are here"));
            return;
        }
        for (int at = 0; at < path.width(); at++) {
            if (!Hash.inTile(stored, at).equals(Hash.inTile(wanted, at))) {
                differs(path, at);
            }
        }
    }

    private void differs(TilePath path, int at) {
        long number = path.index() * TilePath.FULL + at;
        long first = number << (TilePath.HEIGHT * path.level());
        String bundle = new TilePath(TilePath.ENTRIES, first / TilePath.FULL, TilePath.FULL).text();
        found(
                Code.HASH,
                path.text(),
                first,
                path.level() == 0
                        ? new Words(
                                "第 " + number + " 条的哈希与条目（" + bundle + "）不符",
                                "the hash of entry "
                                        + number
                                        + " and the entry ("
                                        + bundle
                                        + ") differ")
                        : new Words(
                                "从第 " + first + " 条起的子树哈希与条目不符",
                                "the hash of the subtree that begins at entry "
                                        + first
                                        + " differs from the entries"));
    }

    /** First, last and evenly between: what a holder of a receipt would do. */
    private void proofs(Checkpoint checkpoint) {
        long size = checkpoint.size();
        var proofs = new TileProofs(source, size);
        for (long i = 0; i < PROOFS && size > 0; i++) {
            long index = i * (size - 1) / (PROOFS - 1);
            var path = TilePath.of(TilePath.ENTRIES, index / TilePath.FULL, size).orElseThrow();
            var entries = source.read(path.text()).flatMap(EntryBundle::read).orElseThrow();
            var leaf = entries.get((int) (index % TilePath.FULL)).leaf();
            if (!proofs.inclusion(index).proves(leaf, checkpoint.root())) {
                found(
                        Code.PROOF,
                        path.text(),
                        index,
                        new Words("包含证明不成立", "the inclusion proof does not hold"));
            }
            var older = proofs.root(index);
            if (!proofs.consistency(index).proves(older, checkpoint.root())) {
                found(
                        Code.PROOF,
                        path.text(),
                        index,
                        new Words("一致性证明不成立", "the consistency proof does not hold"));
            }
        }
    }

    private void found(Code code, String file, long index, Words what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(code, file, index, what));
        }
    }

    private Unreadable noLedger() {
        return new Unreadable(
                cutscore.kernel.Fault.of(
                                "NO_LEDGER",
                                new Words("这里没有存证（缺 checkpoint）", "no ledger here (no checkpoint)"),
                                new Words(
                                        "请给出含 checkpoint 的目录或网址",
                                        "give the folder or the address that has a checkpoint"))
                        .in(source.name()));
    }
}

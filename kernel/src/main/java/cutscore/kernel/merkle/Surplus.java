package cutscore.kernel.merkle;

import cutscore.kernel.Words;
import java.util.Arrays;

/**
 * Looks at files that the checkpoint does not need: earlier parts of tiles must be beginnings of
 * what is there now, anything else does not belong.
 */
final class Surplus {
    private final LedgerSource source;
    private final long size;
    private final Found found;

    /** Where findings go. */
    interface Found {
        void found(Fsck.Code code, String file, long index, Words what);
    }

    Surplus(LedgerSource source, long size, Found found) {
        this.source = source;
        this.size = size;
        this.found = found;
    }

    void check() {
        source.tilePaths().ifPresent(paths -> paths.forEach(this::check));
    }

    private void check(String file) {
        var path = TilePath.parse(file);
        if (path.isEmpty()) {
            found.found(
                    Fsck.Code.STRANGE,
                    file,
                    -1,
                    new Words("不属于存证的文件", "a file that is not of a ledger"));
            return;
        }
        var now = TilePath.of(path.get().level(), path.get().index(), size);
        if (now.isEmpty() || now.get().width() < path.get().width()) {
            found.found(
                    Fsck.Code.BEYOND,
                    file,
                    -1,
                    new Words("超出检查点的文件", "a file beyond the checkpoint"));
        } else if (now.get().width() > path.get().width()) {
            beginning(file, path.get(), now.get());
        }
    }

    private void beginning(String file, TilePath path, TilePath now) {
        byte[] part = source.read(file).orElse(new byte[0]);
        byte[] whole = source.read(now.text()).orElse(new byte[0]);
        boolean wide =
                path.level() == TilePath.ENTRIES
                        ? EntryBundle.read(part).filter(e -> e.size() == path.width()).isPresent()
                        : part.length == path.width() * Hash.LENGTH;
        int length = Math.min(part.length, whole.length);
        boolean same = Arrays.equals(part, 0, part.length, whole, 0, length);
        if (!wide || !same) {
            found.found(
                    Fsck.Code.HASH,
                    file,
                    path.index() << (TilePath.HEIGHT * (1 + Math.max(0, path.level()))),
                    new Words("与现有的 " + now.text() + " 不符", "differs from " + now.text()));
        }
    }
}

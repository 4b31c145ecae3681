package cutscore.kernel.merkle;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.StrictBase64;
import java.util.List;

/**
 * What a log says of itself, the text of a signed note (C2SP tlog-checkpoint).
 *
 * @param origin which log, by its name
 * @param size how many entries
 * @param root the Merkle tree hash over them
 * @param extensions further lines, kept as they are; usually none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    /**
     * @throws IllegalArgumentException when a line is empty or breaks, or the size is negative
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        boolean lines = isLine(origin) && extensions.stream().allMatch(Checkpoint::isLine);
        if (!lines || size < 0 || (size == 0 && !root.equals(Hash.EMPTY))) {
            throw new IllegalArgumentException("no checkpoint: " + origin + " " + size);
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note.
     *
     * @throws Unreadable when it is not a checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        int last = lines.length - 1;
        if (last < 3 || !lines[last].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw unreadable();
        }
        byte[] root = StrictBase64.bytes(lines[2]).orElseThrow(Checkpoint::unreadable);
        try {
            return new Checkpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Hash.of(root),
                    List.of(lines).subList(3, last));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** The text to sign. */
    public String text() {
        var out = new StringBuilder(origin).append('\n').append(size).append('\n');
        out.append(StrictBase64.text(root.bytes())).append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.chars().noneMatch(c -> c < 0x20);
    }

    private static Unreadable unreadable() {
        return new Unreadable(
                Fault.of(
                        "NOT_A_CHECKPOINT",
                        new Words("不是检查点", "not a checkpoint"),
                        new Words(
                                "应有三行：名称、条数、Base64 根哈希",
                                "three lines are wanted: origin, size, root in Base 64")));
    }
}

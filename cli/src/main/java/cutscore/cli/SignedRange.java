package cutscore.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two stretches of a file that its one signature covers, and the hole between them. Found in
 * the bytes, without a PDF parser: from 0 to the hole, from the hole to the end, nothing left out.
 *
 * @param holeFrom where {@code <} stands
 * @param holeTo just after {@code >}
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record SignedRange(int holeFrom, int holeTo, byte[] cms) {
    private static final Pattern NAME = Pattern.compile("/ByteRange");
    private static final Pattern FORM =
            Pattern.compile("/ByteRange ?\\[ ?0 ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9}) ?\\]");

    static int count(byte[] file) {
        return (int) NAME.matcher(latin(file)).results().count();
    }

    /** Empty unless there is exactly one, and it leaves nothing out but its own hole. */
    static Optional<SignedRange> find(byte[] file) {
        var text = latin(file);
        if (count(file) != 1) {
            return Optional.empty();
        }
        var match = FORM.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        long from = Long.parseLong(match.group(1));
        long to = Long.parseLong(match.group(2));
        long rest = Long.parseLong(match.group(3));
        boolean whole = to + rest == file.length && from < to && to <= file.length;
        if (!whole || (match.start() >= from && match.start() < to)) {
            return Optional.empty();
        }
        return cms(file, (int) from, (int) to)
                .map(cms -> new SignedRange((int) from, (int) to, cms));
    }

    byte[] content(byte[] file) {
        byte[] out = new byte[file.length - (holeTo - holeFrom)];
        System.arraycopy(file, 0, out, 0, holeFrom);
        System.arraycopy(file, holeTo, out, holeFrom, file.length - holeTo);
        return out;
    }

    /** What stands in the hole: one DER value in capital hexadecimal digits, then only zeros. */
    private static Optional<byte[]> cms(byte[] file, int from, int to) {
        if (file[from] != '<' || file[to - 1] != '>' || (to - from) % 2 != 0) {
            return Optional.empty();
        }
        var hex = new String(file, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
        if (!hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'))) {
            return Optional.empty();
        }
        byte[] raw = HexFormat.of().parseHex(hex);
        int length = derLength(raw);
        if (length < 0 || length > raw.length) {
            return Optional.empty();
        }
        for (int i = length; i < raw.length; i++) {
            if (raw[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(raw, length));
    }

    /** The length of a SEQUENCE with a two-byte length (a CMS of ours), or -1. */
    private static int derLength(byte[] raw) {
        boolean known = raw.length > 4 && raw[0] == 0x30 && (raw[1] & 0xff) == 0x82;
        return known ? 4 + ((raw[2] & 0xff) << 8) + (raw[3] & 0xff) : -1;
    }

    private static String latin(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}

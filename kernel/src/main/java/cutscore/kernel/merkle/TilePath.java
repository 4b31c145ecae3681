package cutscore.kernel.merkle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a tile or an entry bundle stands, C2SP tlog-tiles: {@code tile/1/x001/x234/067.p/17}.
 *
 * @param level of hashes, 0 to 7; {@link #ENTRIES} for a bundle
 * @param index of the tile in its level
 * @param width 256 when full, else 1 to 255
 */
public record TilePath(int level, long index, int width) {
    /** The level that a bundle of entries has here. */
    public static final int ENTRIES = -1;

    /** Hashes, or entries, in a full tile. */
    public static final int FULL = 256;

    static final int HEIGHT = 8;
    private static final int TOP = 7;
    private static final Pattern FORM =
            Pattern.compile(
                    "tile/(entries|[0-7])/((?:x\\d{3}/){0,6})(\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /**
     * @throws IllegalArgumentException when no tree of ours has such a tile
     */
    public TilePath {
        boolean placed = level >= ENTRIES && level <= TOP && index >= 0;
        if (!placed || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: " + level + "/" + index + "/" + width);
        }
    }

    /** The path within a ledger, with forward slashes. */
    public String text() {
        String number = String.format(java.util.Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number = String.format(java.util.Locale.ROOT, "x%03d/", rest % 1000) + number;
        }
        String kind = level == ENTRIES ? "entries" : String.valueOf(level);
        return "tile/" + kind + "/" + number + (isFull() ? "" : ".p/" + width);
    }

    /** Reads such a path; only the one spelling of a tile is taken. */
    public static Optional<TilePath> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digits = form.group(2).replaceAll("[x/]", "") + form.group(3);
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int width = form.group(4) == null ? FULL : Integer.parseInt(form.group(4));
        if (digits.length() > 18 || width > FULL) {
            return Optional.empty();
        }
        var path = new TilePath(level, Long.parseLong(digits), width);
        return path.text().equals(text) ? Optional.of(path) : Optional.empty();
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The full tile that this one is, or will be, a part of. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The tile of that level and index in a tree of that size; empty when the tree has none. */
    public static Optional<TilePath> of(int level, long index, long size) {
        long hashes = size >> (HEIGHT * Math.max(0, level));
        long left = hashes - index * FULL;
        return left <= 0
                ? Optional.empty()
                : Optional.of(new TilePath(level, index, (int) Math.min(FULL, left)));
    }
}

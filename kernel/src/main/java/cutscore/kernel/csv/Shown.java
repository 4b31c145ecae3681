package cutscore.kernel.csv;

/** Foreign text made fit for a message: short, on one line, between quotes. */
public final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    public static String of(String text) {
        var out = new StringBuilder("“");
        int points = 0;
        for (int at = 0; at < text.length() && points < LONGEST; points++) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            out.appendCodePoint(printable(point) ? point : '␣');
        }
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return out.append(cut ? "…”" : "”").toString();
    }

    /** Controls, direction marks and lone surrogates could forge a terminal line. */
    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}

package cutscore.server.web;

import java.util.Optional;

/**
 * How a browser wants the staff rooms to look. It stands in a cookie of that browser, which says
 * nothing about anybody; the public's pages are always light.
 *
 * @param scheme light or dark, or what the machine says
 * @param compact whether rows stand close
 */
public record Face(Scheme scheme, boolean compact) {
    /** As everybody begins. */
    public static final Face FIRST = new Face(Scheme.SYSTEM, false);

    /** Which of the two sets of tokens. */
    public enum Scheme {
        SYSTEM,
        LIGHT,
        DARK;

        /** As it stands in an address and in the stylesheet. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Scheme> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(scheme -> scheme.word().equals(word))
                    .findFirst();
        }
    }

    /** dark.compact; anything else is as everybody begins. */
    static Face read(String text) {
        var parts = text.split("\\.", 2);
        return new Face(
                Scheme.of(parts[0]).orElse(Scheme.SYSTEM),
                parts.length == 2 && parts[1].equals("compact"));
    }

    String text() {
        return scheme.word() + "." + (compact ? "compact" : "normal");
    }

    /** The classes of the page's body, with a space before. */
    public String classes() {
        return (scheme == Scheme.SYSTEM ? "" : " " + scheme.word()) + (compact ? " compact" : "");
    }

    /** What {@code <meta name="color-scheme">} says. */
    public String schemes() {
        return scheme == Scheme.SYSTEM ? "light dark" : scheme.word();
    }
}

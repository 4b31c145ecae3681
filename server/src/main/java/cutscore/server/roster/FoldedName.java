package cutscore.server.roster;

/**
 * Names are compared on a folded form and kept as they were given: without spaces, with one dot
 * (U+00B7, 民委发〔2016〕33号) for its look-alikes. No Unicode normalisation: it would change rare
 * characters.
 */
final class FoldedName {
    private static final String DOTS = "[•・‧．∙⋅･]";

    private FoldedName() {}

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return name.replaceAll("[\\s\\u3000]", "").replaceAll(DOTS, "·");
    }
}

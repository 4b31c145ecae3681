package cutscore.server.guide;

/**
 * The four questions as answered so far; they stand in the address and nowhere else.
 *
 * @param session 2023-1
 * @param sat yes or no
 * @param registered where: a name or code as typed
 * @param tie works, lives or none
 * @param place of work or household, as typed
 * @param marks below, met or unknown
 */
record Asked(
        String session, String sat, String registered, String tie, String place, String marks) {

    boolean isEmpty() {
        return session.isBlank() && sat.isBlank() && registered.isBlank() && tie.isBlank();
    }

    /** Whether a place of work or household is needed. */
    boolean hasTie() {
        return tie.equals("works") || tie.equals("lives");
    }

    Asked registeredAt(String code) {
        return new Asked(session, sat, code, tie, place, marks);
    }

    Asked placedAt(String code) {
        return new Asked(session, sat, registered, tie, code, marks);
    }

    /** For a link: {@code /check?session=…}. */
    String address() {
        return "/check?session=%s&sat=%s&registered=%s&tie=%s&place=%s&marks=%s"
                .formatted(
                        coded(session),
                        coded(sat),
                        coded(registered),
                        coded(tie),
                        coded(place),
                        coded(marks));
    }

    private static String coded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}

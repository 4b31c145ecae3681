package cutscore.server.campaign;

/** What a request of the open day is for; the times of each are kept apart. */
enum Kind {
    /** What anybody may read. */
    READING("public pages"),
    SIGN_IN("sign-in"),
    PAGE("own pages"),
    PIECE("pieces of files"),
    /** The last piece waits for the file to be examined, as long as the server makes it. */
    EXAMINED("last piece, examined"),
    SUBMIT("submit");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether somebody looks at an empty page meanwhile. */
    boolean isAwaited() {
        return this != EXAMINED;
    }
}

package cutscore.server.web;

import cutscore.kernel.Words;

/**
 * A place that the navigation leads to. A module hands one over as a bean; a module that is absent
 * leaves no dead link.
 *
 * @param path begins with a slash, without a query
 * @param name one or two words
 * @param order smaller stands earlier; leave gaps
 * @param where which of the bars it stands in
 */
public record Room(String path, Words name, int order, Bar where) {

    /** The bars of the frame. */
    public enum Bar {
        /** Under the brand, on every page. */
        MAIN,
        /** Top right: signing in, one's own things. */
        ACCOUNT,
        /** At the foot: help, licences. */
        FOOT
    }

    /** Whether a page at that path lies in this room. */
    boolean holds(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}

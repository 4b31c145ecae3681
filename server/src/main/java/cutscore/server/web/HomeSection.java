package cutscore.server.web;

import java.util.Optional;

/**
 * A part of the home page that a module shows: its windows, its latest announcements. The shell
 * asks every bean of this kind, in {@link #order()}; so home needs no module and no module needs
 * home.
 */
public interface HomeSection {

    /** Smaller stands higher. */
    int order();

    /** What to show this visitor now, or nothing. */
    Optional<Page.Body> show(Visit at);
}

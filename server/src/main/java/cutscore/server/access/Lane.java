package cutscore.server.access;

import java.util.Set;

/** Whom a handler answers. */
sealed interface Lane {

    /** Anybody. */
    record Open() implements Lane {}

    /** Whoever is signed in. */
    record EverybodySignedIn() implements Lane {}

    /** Whoever holds one of the roles. */
    record Holders(Set<Role> roles) implements Lane {}

    /** Nobody: the handler declares no lane. */
    record Undeclared() implements Lane {}

    /** There is no such page. */
    record NoPage() implements Lane {}

    /** A page, but not by this method or for this kind of content; the dispatcher will say so. */
    record WrongManner() implements Lane {}
}

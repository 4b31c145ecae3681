/**
 * Waiting (排队): how many submissions and uploads may be in work at once, and what happens to the
 * rest.
 *
 * <p>Who is inside comes first: while they stand in a queue the sign-in page leads to the waiting
 * page, except on a browser that was signed in with before.
 *
 * <p>Promises: who finds the room full is told so at once and keeps his place, and the instant of
 * his first attempt, by a ticket that we sign; what he filled in lies on the server already. Pages
 * that only show something never pass here.
 */
@ApplicationModule(allowedDependencies = {"database", "web"})
@NullMarked
package cutscore.server.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

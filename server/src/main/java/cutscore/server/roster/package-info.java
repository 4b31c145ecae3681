/**
 * Rosters (名册): the marks of a session, imported as one file, sealed by its digest and control
 * totals, and confirmed by a second person before anything is measured by it.
 *
 * <p>Promises: a file with any fault leaves nothing behind; one confirmed roster per session, never
 * changed; identity numbers are encrypted (AES-256-GCM, bound to their row) and compared by a keyed
 * digest; they reach no log, no URL, no exception text and no ledger entry.
 *
 * <p>Files come by {@link cutscore.server.roster.Imports}: kept sealed, tried in the background,
 * imported when an analyst says so, taken back by an act as long as nobody confirmed them.
 *
 * <p>Basis: design §4; 个人信息保护法 (encryption at rest); GB 11643-1999 for the form of numbers.
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "access", "exam", "web"})
@NullMarked
package cutscore.server.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

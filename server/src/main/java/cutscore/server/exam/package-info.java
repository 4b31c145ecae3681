/**
 * The exam calendar (考试): sessions with their first day and the qualifications they offer, the
 * declaration windows of each province, and what is on record of past lines.
 *
 * <p>Promises: windows of one province and session never overlap (the table refuses it); both ends
 * are inside; a session and a window take two officers; a past line is shown with its confidence,
 * and "the national line stands" and "not known" are values.
 *
 * <p>Basis: the provinces' circulars, clause 二; the national late-claim notice of 2024-09-20.
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "access", "web"})
@NullMarked
package cutscore.server.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

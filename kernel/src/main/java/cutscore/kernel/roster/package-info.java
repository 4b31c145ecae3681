/** The roster: a strict reader that reports every bad row, and a generator of invented ones. */
@NullMarked
package cutscore.kernel.roster;

import org.jspecify.annotations.NullMarked;

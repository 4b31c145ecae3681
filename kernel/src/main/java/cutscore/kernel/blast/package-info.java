/**
 * The blast radius (波及范围) of a change: given the inputs of a determination and a correction of
 * them, whether the published line still holds and is still the line, what it would be now, and who
 * gains or loses. Nothing is changed by asking.
 */
@NullMarked
package cutscore.kernel.blast;

import org.jspecify.annotations.NullMarked;

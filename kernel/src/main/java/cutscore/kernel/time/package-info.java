/** Time with both ends stated, in Beijing's zone. Nothing here reads a clock. */
@NullMarked
package cutscore.kernel.time;

import org.jspecify.annotations.NullMarked;

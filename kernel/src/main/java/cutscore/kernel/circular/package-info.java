/** Reads a circular's text into a structured draft; never guesses in silence. */
@NullMarked
package cutscore.kernel.circular;

import org.jspecify.annotations.NullMarked;

/** Marks, kept in half points; what a mark sheet says of each subject. */
@NullMarked
package cutscore.kernel.score;

import org.jspecify.annotations.NullMarked;

/** Rules: a line's settings, and the small named rules that explain a person's outcome. */
@NullMarked
package cutscore.kernel.rule;

import org.jspecify.annotations.NullMarked;

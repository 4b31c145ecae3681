/** Opens the offline tool's own door to the tests that compare with it. */
@NullMarked
package cutscore.cli;

import org.jspecify.annotations.NullMarked;

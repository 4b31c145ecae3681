/** A real browser on the real server: what a visitor sees, with and without JavaScript. */
@NullMarked
package cutscore.browser;

import org.jspecify.annotations.NullMarked;

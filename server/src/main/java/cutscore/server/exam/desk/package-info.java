/**
 * Opening exam sessions (考次); {@code ui-S11} 窗口: announcing and extending declaration windows; two
 * people each.
 */
@NullMarked
package cutscore.server.exam.desk;

import org.jspecify.annotations.NullMarked;

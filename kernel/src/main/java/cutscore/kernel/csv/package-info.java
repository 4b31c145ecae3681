/**
 * Comma-separated tables (RFC 4180), read strictly and as a stream: every fault has a line and a
 * column, and no file, however hostile, fills the memory.
 */
@NullMarked
package cutscore.kernel.csv;

import org.jspecify.annotations.NullMarked;

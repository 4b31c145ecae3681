/**
 * The bench's pages ({@code ui-S3}): a pile, the facts of one case, its evidence beside what the
 * registry says, and the decision. Everything works by plain forms and links; the script adds keys
 * and has the next case ready.
 */
@NullMarked
package cutscore.server.declaration.bench;

import org.jspecify.annotations.NullMarked;

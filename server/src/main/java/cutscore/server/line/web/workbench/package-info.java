/**
 * The workbench (划线工作台, {@code ui-N3} to {@code ui-N6}): what a line would be under other settings,
 * for analysts. Every state is an address; everything is computed from the counts of an agreed
 * snapshot, in whole numbers; nothing here proposes or changes anything.
 *
 * <p>Promises: no figure before the snapshot is agreed; each chart has a sentence, a table and the
 * inputs, rule version and denominators it was drawn from; groups under five people are never shown
 * county by county.
 */
@NullMarked
package cutscore.server.line.web.workbench;

import org.jspecify.annotations.NullMarked;

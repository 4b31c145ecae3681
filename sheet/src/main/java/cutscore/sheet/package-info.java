/**
 * Workbooks (.xlsx): the roster's template, a reader in bounded memory, and the error workbook that
 * gives people their own file back. Used by the server and by the offline tools alike.
 *
 * <p>Promises: a formula is never computed and never believed; nothing outside the file is opened;
 * a number that a spreadsheet has rounded is refused, never mended; a text is written as a text,
 * whatever sign it begins with. What a workbook says is turned into the CSV of the same table, line
 * by line, and read by the strict reader of {@code kernel.roster}: one set of rules for all forms.
 *
 * <p>Basis: ECMA-376 (Office Open XML); RFC 4180.
 */
@NullMarked
package cutscore.sheet;

import org.jspecify.annotations.NullMarked;

/** The separate line: its settings meet a roster's counts, and a dossier comes out. */
@NullMarked
package cutscore.kernel.line;

import org.jspecify.annotations.NullMarked;

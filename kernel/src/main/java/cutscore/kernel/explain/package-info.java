/**
 * Explanations (说明): for any examinee, why in or out. Told from what the engine itself found: the
 * trace of {@link cutscore.kernel.line.PoolRule} and the outcome in the dossier. An explanation
 * holds an admission number, and neither a name nor an identity number.
 */
@NullMarked
package cutscore.kernel.explain;

import org.jspecify.annotations.NullMarked;

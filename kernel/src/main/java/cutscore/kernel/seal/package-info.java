/**
 * What is sealed: canonical JSON, digests, signed notes, certificate tokens and the trust bundle.
 */
@NullMarked
package cutscore.kernel.seal;

import org.jspecify.annotations.NullMarked;

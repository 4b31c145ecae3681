/** Identifiers that exist only if they are valid: divisions, sessions, qualifications, numbers. */
@NullMarked
package cutscore.kernel.id;

import org.jspecify.annotations.NullMarked;

/**
 * The receipt (回执) and the way back: what arrived and when, to the second; what happens next and
 * who holds it; on paper, as a picture, and as a proof that needs nobody's word; and withdrawal. No
 * address holds an id: whose receipt it is comes from the sign-in alone.
 */
@NullMarked
package cutscore.server.declaration.receipt;

import org.jspecify.annotations.NullMarked;

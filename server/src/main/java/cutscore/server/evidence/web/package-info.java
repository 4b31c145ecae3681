/** The pages and the wire of sending evidence; whose it is comes from the sign-in alone. */
@NullMarked
package cutscore.server.evidence.web;

import org.jspecify.annotations.NullMarked;

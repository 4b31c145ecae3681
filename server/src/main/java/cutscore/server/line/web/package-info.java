/** The pages of passing lines behind the door: proposals, dossiers, clearance. */
@NullMarked
package cutscore.server.line.web;

import org.jspecify.annotations.NullMarked;

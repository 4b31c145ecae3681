/** The pages of rosters behind the door: the wizard of imports, and the confirmation. */
@NullMarked
package cutscore.server.roster.web;

import org.jspecify.annotations.NullMarked;

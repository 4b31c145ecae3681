/** The pages of declarations behind the door: the reviewers' bench. */
@NullMarked
package cutscore.server.declaration.web;

import org.jspecify.annotations.NullMarked;

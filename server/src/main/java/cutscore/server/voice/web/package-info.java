/** The pages of what examinees say back, and of the leads who answer. */
@NullMarked
package cutscore.server.voice.web;

import org.jspecify.annotations.NullMarked;

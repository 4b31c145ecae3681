/** The pages of exports ({@code ui-S6}). */
@NullMarked
package cutscore.server.export.web;

import org.jspecify.annotations.NullMarked;

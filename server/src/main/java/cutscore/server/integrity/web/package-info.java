/** The page of integrity officers: decisions written down by one and confirmed by another. */
@NullMarked
package cutscore.server.integrity.web;

import org.jspecify.annotations.NullMarked;

/**
 * Paper: PDF/A-2u pages, fonts, QR codes and the PAdES seal. It draws what it is told and knows no
 * act, no person and no other module. The same input gives the same bytes.
 *
 * <p>Doors: {@link cutscore.server.paper.Paper} (which characters can be printed, fresh sheets),
 * {@link cutscore.server.paper.Sheet} (what stands on the page), {@link
 * cutscore.server.paper.Seal}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cutscore.server.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

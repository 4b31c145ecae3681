/**
 * The shell of every page: frame, navigation, both languages, errors, assets, headers. It lies
 * under all modules and knows none of them; they hand it their {@link cutscore.server.web.Room}s
 * and {@link cutscore.server.web.HomeSection}s.
 *
 * <p>Promises: a page works without JavaScript; no inline script or style; every sentence stands in
 * Chinese and in English; the one stylesheet is named by its digest and may be kept for a year.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package cutscore.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

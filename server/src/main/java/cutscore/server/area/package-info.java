/**
 * The law book (地区): which counties are line areas (单独划线地区), on which ground, since when, by which
 * official document; and the circulars through which a province says so.
 *
 * <p>Bitemporal: every fact has the days on which it is in force and the moment from which we know
 * it; nothing is overwritten, so any question can be asked "as known then, as in force on that
 * day". Where our copy of a list is incomplete the answer is "not known", never "no".
 *
 * <p>A circular gets force by two people: one confirms the draft, accepting each spelling doubt by
 * its code, another agrees.
 *
 * <p>Basis: 人社厅发〔2022〕25号, in force since 2023-01-01; the list of national key counties of
 * 2021-08-27; the provinces' circulars.
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "access", "web"})
@NullMarked
package cutscore.server.area;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

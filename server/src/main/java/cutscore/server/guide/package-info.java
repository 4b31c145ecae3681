/**
 * The guide (指引): public pages that put together what the other rooms know: may I declare, when,
 * and with which papers. It keeps nothing and acts on nothing.
 *
 * <p>Promises: one sentence first, then why, with the clause and its source; nothing personal is
 * asked for and nothing is kept but in the address; what is not stated in a circular is said to be
 * not stated; past lines are history, with the warning that they tell nothing of this time.
 *
 * <p>Basis: 人社厅发〔2022〕25号; the provinces' circulars.
 */
@ApplicationModule(allowedDependencies = {"web", "area", "exam", "publication"})
@NullMarked
package cutscore.server.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

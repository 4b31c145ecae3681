/**
 * Access (权限): who works here, in which role and province, and who may do what. Officers, the
 * grants of their roles by two administrators, sign-in, and the lane that every page declares.
 *
 * <p>Promises: default deny; no default password; no one holds two of the three administrators'
 * roles (三员分立), which the database refuses as well; where two people must act, one person is
 * refused. Sign-ins are recorded without a personal number.
 *
 * <p>Basis: GB/T 22239-2019, level 3 (separate administrators, least privilege).
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "web"})
@NullMarked
package cutscore.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Access (权限): who works here, in which role and province, and who may do what. Officers, the
 * grants of their roles by two administrators, sign-in, and the lane that every page declares.
 * Examinees open an account from the roster ({@link RosterCheck}) and sign in with a password, a
 * code, a passkey or an identity from elsewhere; they see and end their own sign-ins.
 *
 * <p>Promises: default deny; no default password; no one holds two of the three administrators'
 * roles (三员分立), which the database refuses as well; where two people must act, one person is
 * refused. Sign-ins are recorded without a personal number. Whoever exists and whoever does not get
 * the same answer after the same work; nobody is locked out because others try. Contacts are
 * encrypted, bound to their row. {@link CodeWanted} and {@link AccountChanged} tell who delivers.
 *
 * <p>Basis: GB/T 22239-2019, level 3 (separate administrators, least privilege).
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "web", "paper"})
@NullMarked
package cutscore.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

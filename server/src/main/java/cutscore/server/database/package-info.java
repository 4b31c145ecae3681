/**
 * The ground the house stands on: PostgreSQL (embedded or given), the business clock, entropy and
 * the key files that stay outside the database. It knows no other module.
 *
 * <p>Promises: {@code fsync}, {@code synchronous_commit}, {@code full_page_writes} are on, or the
 * server does not start; passwords are SCRAM; business time is the database's; a request inside a
 * {@link cutscore.server.database.Border} meets no other province's rows, whatever the code asks.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cutscore.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

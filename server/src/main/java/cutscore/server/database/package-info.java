/**
 * The ground the house stands on: PostgreSQL (embedded or given), the business clock, entropy and
 * the key files that stay outside the database. It knows no other module.
 *
 * <p>Promises: {@code fsync}, {@code synchronous_commit}, {@code full_page_writes} are on, or the
 * server does not start; passwords are SCRAM; business time is the database's.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cutscore.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

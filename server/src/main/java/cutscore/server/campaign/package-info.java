/**
 * Campaigns (长跑): a server of its own as a child process, a crowd that declares over HTTP, and
 * somebody who pulls the plug. Afterwards every acknowledged declaration has to be there, once, in
 * the ledger too; who was acknowledged is kept outside the server.
 *
 * <p>Promises: loopback only, a folder of its own, bounded in time, every child ended; nothing of
 * it runs inside a production server, and {@code serve} refuses the secret it works with.
 */
@ApplicationModule(
        allowedDependencies = {"database", "ledger", "access", "exam", "roster", "declaration"})
@NullMarked
package cutscore.server.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

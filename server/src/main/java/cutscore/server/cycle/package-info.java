/**
 * The cycle: one whole exam session, from circular to verified certificates, played through the
 * same doors that people use, by invented officers. {@code cycle} and {@code demo} both play it.
 *
 * <p>Promises: nothing is done around a door; every act has the right role and, where it takes two,
 * two people; clock, ids, salts and keys follow from the circular's dates and the seed, so the same
 * inputs give the same dossier bytes and the same ledger root.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "access",
            "area",
            "exam",
            "roster",
            "evidence",
            "declaration",
            "line",
            "publication",
            "certificate",
            "verification",
            "integrity"
        })
@NullMarked
package cutscore.server.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package cutscore.server.access;

import java.util.List;
import java.util.Optional;

/**
 * An officer's second factors as their owner sees them.
 *
 * @param recoveryLeft recovery codes that still work
 */
record FactorsView(Optional<FactorTable.App> app, List<PasskeyLine> passkeys, int recoveryLeft) {

    boolean isEmpty() {
        return app.isEmpty() && passkeys.isEmpty();
    }
}

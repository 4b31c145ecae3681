package cutscore.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The drawing of the house is true: no room reaches where its contract does not say. */
class ModularityTests {

    @Test
    void everyRoomKeepsToItsAllowedDependencies() {
        ApplicationModules.of(Cutscore.class).verify();
    }
}

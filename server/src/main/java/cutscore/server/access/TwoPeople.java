package cutscore.server.access;

import java.util.UUID;

/** The rule of two people (design §6): who proposes does not confirm. */
public final class TwoPeople {
    private TwoPeople() {}

    /**
     * @throws SamePerson when both steps would be taken by one person
     */
    public static void require(UUID proposer, UUID confirmer) {
        if (proposer.equals(confirmer)) {
            throw new SamePerson();
        }
    }
}

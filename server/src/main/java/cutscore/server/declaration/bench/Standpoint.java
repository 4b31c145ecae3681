package cutscore.server.declaration.bench;

import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Pile;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an officer stands at the bench; it lies in the address, so that Back and reload keep it.
 *
 * @param atOnce whether decisions are recorded without their ten seconds
 */
record Standpoint(SessionId session, Pile pile, boolean atOnce) {
    static final String BENCH = "/province/bench";

    static Pile pile(String asked) {
        return Arrays.stream(Pile.values())
                .filter(pile -> pile.name().equals(asked))
                .findFirst()
                .orElse(Pile.WAITING);
    }

    static Optional<DeclarationId> id(String asked) {
        try {
            return asked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeclarationId(UUID.fromString(asked)));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    String here() {
        return BENCH
                + "?session="
                + session.value()
                + (pile == Pile.WAITING ? "" : "&pile=" + pile)
                + (atOnce ? "&now=yes" : "");
    }

    String on(DeclarationId open) {
        return here() + "&case=" + open;
    }

    /** The case that follows that one. */
    String after(DeclarationId done) {
        return here() + "&from=" + done;
    }

    Standpoint pile(Pile other) {
        return new Standpoint(session, other, atOnce);
    }

    Standpoint in(SessionId other) {
        return new Standpoint(other, pile, atOnce);
    }

    Standpoint turned() {
        return new Standpoint(session, pile, !atOnce);
    }
}

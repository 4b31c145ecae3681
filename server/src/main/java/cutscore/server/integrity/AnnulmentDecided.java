package cutscore.server.integrity;

import java.time.Instant;

/**
 * A decision took effect. Who keeps the certificate annuls it in the same transaction, or throws,
 * and then the decision is not recorded either.
 *
 * @param decision which one, in this module
 * @param letter what it says
 * @param at when it was confirmed here
 */
public record AnnulmentDecided(DecisionId decision, DecisionLetter letter, Instant at) {}

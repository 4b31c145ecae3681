package cutscore.server.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.TwoPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How far a line has come. Each step is a method of the one state that allows it: a line that was
 * not filed has no way to be published.
 */
public sealed interface LineState {

    /** What was proposed; the same in every state. */
    Proposal proposal();

    /**
     * A determined line.
     *
     * @param dossierDigest SHA-256 of the dossier's bytes, in the ledger since the proposal
     * @param ledgerIndex of the act "line.proposed"
     */
    record Proposal(
            ProposalId id,
            LineRule rule,
            AreaScope scope,
            String dossierDigest,
            UUID by,
            Instant at,
            long ledgerIndex) {}

    /** Determined by an analyst; counts for nothing yet. */
    record Proposed(Proposal proposal) implements LineState {

        /**
         * @throws cutscore.server.access.SamePerson when the proposer would approve
         */
        Approved approved(UUID by, Instant at) {
            TwoPeople.require(proposal.by(), by);
            return new Approved(this, by, at);
        }
    }

    /** A second analyst stands by it. */
    record Approved(Proposed before, UUID by, Instant at) implements LineState {

        @Override
        public Proposal proposal() {
            return before.proposal();
        }

        /**
         * @throws cutscore.server.access.SamePerson when proposer or approver would file
         * @throws LineRefused when the day is before the approval or still to come
         */
        Filed filed(FilingNumber number, LocalDate on, UUID clearing, Instant now) {
            TwoPeople.require(proposal().by(), clearing);
            TwoPeople.require(by, clearing);
            if (on.isBefore(Beijing.day(at)) || on.isAfter(Beijing.day(now))) {
                throw new LineRefused(LineRefusal.FILING_DAY_IMPOSSIBLE);
            }
            return new Filed(this, number, on, clearing, now);
        }
    }

    /** The clearing departments filed it (审核备案) under a number of theirs. */
    record Filed(Approved before, FilingNumber number, LocalDate on, UUID by, Instant at)
            implements LineState {

        @Override
        public Proposal proposal() {
            return before.proposal();
        }

        Published published(UUID announcement, Instant now) {
            return new Published(this, announcement, now);
        }
    }

    /** Announced to the public. */
    record Published(Filed before, UUID announcement, Instant at) implements LineState {

        @Override
        public Proposal proposal() {
            return before.proposal();
        }
    }
}

package cutscore.server.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.TwoPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
     * @param snapshot what it was determined from
     * @param dossierDigest SHA-256 of the dossier's bytes, in the ledger since the proposal
     * @param ledgerIndex of the act "line.proposed"
     */
    record Proposal(
            ProposalId id,
            LineRule rule,
            SnapshotId snapshot,
            AreaScope scope,
            String dossierDigest,
            UUID by,
            Instant at,
            long ledgerIndex) {}

    /**
     * Whether the officer may see what came out: not before their own blind computation, or the
     * approval.
     */
    default boolean shows(UUID officer) {
        return proposal().by().equals(officer)
                || computations().stream().anyMatch(c -> c.by().equals(officer));
    }

    /** Whether it is what that analyst proposed from there, and may still come to something. */
    default boolean isSame(SnapshotId from, LineRule rule, UUID by) {
        var proposal = proposal();
        return !(this instanceof Disputed)
                && proposal.snapshot().equals(from)
                && proposal.rule().equals(rule)
                && proposal.by().equals(by);
    }

    /** The blind second computations so far, the oldest first. */
    default List<Computation> computations() {
        return List.of();
    }

    /** Determined by an analyst; counts for nothing yet, and nobody else has computed it. */
    record Proposed(Proposal proposal) implements LineState {

        /** The state with these computations by others. */
        LineState computed(List<Computation> computations) {
            if (computations.isEmpty()) {
                return this;
            }
            return computations.stream().allMatch(Computation::equal)
                    ? new Computed(this, computations)
                    : new Disputed(this, computations);
        }
    }

    /** Others computed it blind from the snapshot, each with the same result. */
    record Computed(Proposed before, List<Computation> computations) implements LineState {
        public Computed {
            computations = List.copyOf(computations);
        }

        @Override
        public Proposal proposal() {
            return before.proposal();
        }

        /**
         * @throws cutscore.server.access.SamePerson when the proposer would approve
         * @throws LineRefused when the approver has not computed it
         */
        Approved approved(UUID by, Instant at) {
            TwoPeople.require(proposal().by(), by);
            if (computations.stream().noneMatch(c -> c.by().equals(by))) {
                throw new LineRefused(LineRefusal.NOT_COMPUTED_BLIND);
            }
            return new Approved(this, by, at);
        }
    }

    /** A blind computation gave another result: there is no way on from here. */
    record Disputed(Proposed before, List<Computation> computations) implements LineState {
        public Disputed {
            computations = List.copyOf(computations);
        }

        @Override
        public Proposal proposal() {
            return before.proposal();
        }
    }

    /** A second analyst stands by it, on a computation of their own. */
    record Approved(Computed before, UUID by, Instant at) implements LineState {

        @Override
        public Proposal proposal() {
            return before.proposal();
        }

        @Override
        public List<Computation> computations() {
            return before.computations();
        }

        @Override
        public boolean shows(UUID officer) {
            return true;
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

        @Override
        public List<Computation> computations() {
            return before.computations();
        }

        @Override
        public boolean shows(UUID officer) {
            return true;
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

        @Override
        public List<Computation> computations() {
            return before.computations();
        }

        @Override
        public boolean shows(UUID officer) {
            return true;
        }
    }
}

package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to passing lines. A line is proposed by an analyst from an agreed snapshot, computed
 * again blind and then approved by another, filed by a clearing officer who is neither, and
 * published; every step is one transaction with its ledger act.
 */
@Component
public class Lines {
    private static final String SECOND_ENGINE = "cutscore-sql";

    private final LineTable table;
    private final SnapshotTable snapshots;
    private final Workings workings;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Lines(
            LineTable table,
            SnapshotTable snapshots,
            Workings workings,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.snapshots = snapshots;
        this.workings = workings;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Determines the line from an agreed snapshot and writes the dossier's digest to the ledger,
     * before there is any list of who would pass. Sent again by the same analyst it is the same
     * proposal, unless that one is disputed.
     *
     * @throws LineRefused when the snapshot is not agreed to or of another session, or what it was
     *     sealed from has changed since
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional
    public ProposalId propose(SnapshotId from, LineRule rule, Officer analyst) {
        analyst.must(Role.ANALYST);
        var now = clock.instant();
        var snapshot =
                snapshots
                        .holdForProposals(from)
                        .orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
        var before =
                table.of(rule.session()).stream()
                        .filter(state -> state.isSame(from, rule, analyst.id()))
                        .findFirst();
        return before.map(state -> state.proposal().id())
                .orElseGet(() -> propose(snapshot, rule, analyst, now));
    }

    private ProposalId propose(Snapshot snapshot, LineRule rule, Officer analyst, Instant now) {
        var files = workings.determine(snapshot, rule, now);
        String digest = Digest.hex(files.dossier());
        var id = new ProposalId(entropy.id());
        var body =
                Json.object()
                        .put("proposal", id.toString())
                        .put("session", rule.session().value())
                        .put("snapshot", snapshot.id().toString())
                        .put("rule", withoutBasis(rule).toJson())
                        .put("dossier", digest)
                        .put("pack", Digest.hex(files.pack()))
                        .build();
        long index = append("line.proposed", now, List.of(analyst.id()), body);
        var proposal =
                new LineState.Proposal(
                        id,
                        rule,
                        snapshot.id(),
                        snapshot.scope(),
                        digest,
                        analyst.id(),
                        now,
                        index);
        table.insert(proposal, files);
        return id;
    }

    /**
     * Another analyst computes the proposal again from the sealed snapshot, blind: the first result
     * is not shown to them before. Both results are kept, also when they differ.
     *
     * @throws cutscore.server.access.SamePerson when it is the proposer
     * @throws LineRefused when it was approved, or this analyst has computed it before, or what was
     *     sealed is no longer so
     */
    @Transactional
    public Computation recompute(ProposalId id, Officer second) {
        second.must(Role.ANALYST);
        var state = held(id);
        var proposal = state.proposal();
        TwoPeople.require(proposal.by(), second.id());
        if (state.computations().stream().anyMatch(c -> c.by().equals(second.id()))) {
            throw new LineRefused(LineRefusal.COMPUTED_ALREADY);
        }
        if (state instanceof LineState.Approved
                || state instanceof LineState.Filed
                || state instanceof LineState.Published) {
            throw new LineRefused(LineRefusal.NOT_PROPOSED);
        }
        var keys = workings.again(snapshot(proposal.snapshot()), proposal.rule());
        var computation = computed(state, keys, second.id());
        table.insert(id, computation, keys.canonical());
        return computation;
    }

    private Computation computed(LineState state, Json keys, UUID by) {
        var now = clock.instant();
        String digest = Digest.hex(keys.bytes());
        var proposed = dossier(state.proposal().id()).toJson().get("keys");
        boolean equal = Digest.hex(proposed.bytes()).equals(digest);
        var body =
                named(state)
                        .put("engine", SECOND_ENGINE)
                        .put("keys", digest)
                        .put("equal", equal)
                        .build();
        long index = append("line.recomputed", now, List.of(by), body);
        return new Computation(by, now, SECOND_ENGINE, digest, equal, index);
    }

    /**
     * A second analyst stands by the proposal, on their own blind computation of it.
     *
     * @throws cutscore.server.access.SamePerson when it is the proposer
     * @throws LineRefused when it was approved already, the analyst has not computed it, or a
     *     computation differs
     */
    @Transactional
    public void approve(ProposalId id, Officer second) {
        second.must(Role.ANALYST);
        var state = held(id);
        TwoPeople.require(state.proposal().by(), second.id());
        var approved =
                switch (state) {
                    case LineState.Proposed _ ->
                            throw new LineRefused(LineRefusal.NOT_COMPUTED_BLIND);
                    case LineState.Disputed _ -> throw new LineRefused(LineRefusal.RESULTS_DIFFER);
                    case LineState.Computed computed ->
                            computed.approved(second.id(), clock.instant());
                    case LineState.Approved _, LineState.Filed _, LineState.Published _ ->
                            throw new LineRefused(LineRefusal.NOT_PROPOSED);
                };
        var body = named(approved).build();
        table.insert(approved, append("line.approved", approved.at(), List.of(second.id()), body));
    }

    /**
     * The clearing departments filed it under a number of theirs.
     *
     * @param on the day their letter bears, in Beijing
     * @throws cutscore.server.access.SamePerson when it is the proposer or the approver
     * @throws LineRefused when it is not approved, or filed already, or on an impossible day
     */
    @Transactional
    public void file(ProposalId id, FilingNumber number, LocalDate on, Officer clearing) {
        clearing.must(Role.CLEARING_OFFICER);
        if (!(held(id) instanceof LineState.Approved approved)) {
            throw new LineRefused(LineRefusal.NOT_APPROVED);
        }
        var filed = approved.filed(number, on, clearing.id(), clock.instant());
        var body = named(filed).put("filing", number.value()).put("on", on.toString()).build();
        table.insert(filed, append("line.filed", filed.at(), List.of(clearing.id()), body));
    }

    /**
     * The last step, taken by publication inside its own transaction, which writes the act.
     *
     * @throws LineRefused when it is not filed, or its place has a line of the session already: a
     *     province cannot have two, nor one beside the whole country's; or when its dossier is not
     *     the one whose digest the ledger holds
     */
    @Transactional
    public LineState.Published publish(ProposalId id, UUID announcement) {
        var filed = publishable(held(id));
        var published = filed.published(announcement, clock.instant());
        table.insert(published, snapshot(filed.proposal().snapshot()).province());
        return published;
    }

    /**
     * A filed line as it would be published now; nothing is written.
     *
     * @throws LineRefused where {@link #publish} would be refused
     */
    @Transactional(readOnly = true)
    public PublishedLine foreseen(ProposalId id, UUID announcement) {
        var state =
                table.find(id).orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
        return published(publishable(state).published(announcement, clock.instant()));
    }

    private LineState.Filed publishable(LineState state) {
        var proposal = state.proposal();
        var province = snapshot(proposal.snapshot()).province();
        if (state instanceof LineState.Published
                || published(proposal.rule().session()).stream()
                        .anyMatch(line -> line.overlaps(province))) {
            throw new LineRefused(LineRefusal.ALREADY_PUBLISHED);
        }
        if (!(state instanceof LineState.Filed filed)) {
            throw new LineRefused(LineRefusal.LINE_NOT_FILED);
        }
        mustBeAsProposed(proposal);
        return filed;
    }

    /** What stands in the tables is what the ledger was told when it was proposed. */
    private void mustBeAsProposed(LineState.Proposal proposal) {
        String kept = Digest.hex(files(proposal.id()).dossier());
        boolean told =
                ledger.entry(proposal.ledgerIndex())
                        .map(entry -> LineTable.text(entry.bytes()))
                        .filter(entry -> entry.contains(proposal.id().toString()))
                        .filter(entry -> entry.contains(kept))
                        .isPresent();
        if (!told || !kept.equals(proposal.dossierDigest())) {
            throw new LineRefused(LineRefusal.DOSSIER_CHANGED);
        }
    }

    /** The state of a line. */
    @Transactional(readOnly = true)
    public Optional<LineState> find(ProposalId id) {
        return table.find(id);
    }

    /** Every proposal of a session, the oldest first. */
    @Transactional(readOnly = true)
    public List<LineState> of(SessionId session) {
        return table.of(session);
    }

    /** Every proposal there is, the newest first. */
    @Transactional(readOnly = true)
    public List<LineState> all() {
        return table.all();
    }

    /**
     * Whose line a proposal is; empty when it is the whole country's.
     *
     * @throws LineRefused when there is no such proposal
     */
    @Transactional(readOnly = true)
    public Optional<DivisionCode> province(ProposalId id) {
        return table.find(id)
                .map(state -> snapshot(state.proposal().snapshot()).province())
                .orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
    }

    /** The lines people of a session are measured by: one for all, or one for each province. */
    @Transactional(readOnly = true)
    public List<PublishedLine> published(SessionId session) {
        return table.of(session).stream()
                .filter(LineState.Published.class::isInstance)
                .map(LineState.Published.class::cast)
                .map(this::published)
                .toList();
    }

    /** The line that the people of a province are measured by, once it is published. */
    @Transactional(readOnly = true)
    public Optional<PublishedLine> publishedFor(SessionId session, DivisionCode province) {
        return published(session).stream().filter(line -> line.holdsIn(province)).findFirst();
    }

    /** The published line that came of a proposal. */
    @Transactional(readOnly = true)
    public Optional<PublishedLine> publishedAs(ProposalId id) {
        return table.find(id)
                .filter(LineState.Published.class::isInstance)
                .map(LineState.Published.class::cast)
                .map(this::published);
    }

    private PublishedLine published(LineState.Published state) {
        var proposal = state.proposal();
        return new PublishedLine(
                state, dossier(proposal.id()), snapshot(proposal.snapshot()).province());
    }

    /**
     * The dossier for an officer's eyes: hidden from analysts who have not computed it blind yet,
     * and from everybody else until it is approved.
     */
    @Transactional(readOnly = true)
    public Optional<Dossier> shown(ProposalId id, Officer to) {
        return table.find(id).filter(state -> state.shows(to.id())).map(_ -> dossier(id));
    }

    /** What a blind computation came to: the canonical JSON of the dossier's {@code keys}. */
    @Transactional(readOnly = true)
    public Optional<String> computedKeys(ProposalId id, UUID by) {
        return table.computedKeys(id, by);
    }

    /** The dossier as it was stored. */
    @Transactional(readOnly = true)
    public Dossier dossier(ProposalId id) {
        return Dossier.read("dossier", LineTable.text(files(id).dossier()));
    }

    /**
     * The proposal's files, byte for byte.
     *
     * @throws LineRefused when there is no such proposal
     */
    @Transactional(readOnly = true)
    public ProposalFiles files(ProposalId id) {
        return table.files(id).orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
    }

    /** Reasons are free text: the dossier has them, the ledger only its digest. */
    private static LineRule withoutBasis(LineRule rule) {
        return new LineRule(
                rule.session(),
                rule.key(),
                rule.shape(),
                rule.national(),
                rule.grid(),
                rule.sat(),
                rule.pool());
    }

    private Snapshot snapshot(SnapshotId id) {
        return snapshots
                .find(id)
                .orElseThrow(() -> new LineRefused(LineRefusal.SNAPSHOT_NOT_FOUND));
    }

    private LineState held(ProposalId id) {
        return table.hold(id).orElseThrow(() -> new LineRefused(LineRefusal.PROPOSAL_NOT_FOUND));
    }

    private static Json.Building named(LineState state) {
        return Json.object()
                .put("proposal", state.proposal().id().toString())
                .put("dossier", state.proposal().dossierDigest());
    }

    private long append(String kind, Instant at, List<UUID> by, Json.Obj body) {
        return ledger.append(new Act(kind, at, by, body)).index();
    }
}

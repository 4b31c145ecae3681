package cutscore.server.line;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
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
 * The one door to passing lines. A line is proposed by an analyst, approved by another, filed by a
 * clearing officer who is neither, and published; every step is one transaction with its ledger
 * act.
 */
@Component
public class Lines {
    private final LineTable table;
    private final Workings workings;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Lines(LineTable table, Workings workings, Ledger ledger, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.workings = workings;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Determines the line from the confirmed roster and writes the dossier's digest to the ledger,
     * before there is any list of who would pass.
     *
     * @throws LineRefused while declarations are open, or without a confirmed roster or line areas
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional
    public ProposalId propose(LineRule rule, AreaScope scope, Officer analyst) {
        analyst.must(Role.ANALYST);
        var now = clock.instant();
        var files = workings.determine(rule, scope, now);
        String digest = Digest.hex(files.dossier());
        var id = new ProposalId(entropy.id());
        var body =
                Json.object()
                        .put("proposal", id.toString())
                        .put("session", rule.session().value())
                        .put("areas", scope.word())
                        .put("rule", rule.toJson())
                        .put("dossier", digest)
                        .put("pack", Digest.hex(files.pack()))
                        .build();
        long index = append("line.proposed", now, List.of(analyst.id()), body);
        var proposal = new LineState.Proposal(id, rule, scope, digest, analyst.id(), now, index);
        table.insert(proposal, files);
        return id;
    }

    /**
     * A second analyst stands by the proposal.
     *
     * @throws cutscore.server.access.SamePerson when it is the proposer
     * @throws LineRefused when it was approved already
     */
    @Transactional
    public void approve(ProposalId id, Officer second) {
        second.must(Role.ANALYST);
        if (!(held(id) instanceof LineState.Proposed proposed)) {
            throw new LineRefused(LineRefusal.NOT_PROPOSED);
        }
        var approved = proposed.approved(second.id(), clock.instant());
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
     * @throws LineRefused when it is not filed, or the session has its line already
     */
    @Transactional
    public LineState.Published publish(ProposalId id, UUID announcement) {
        var state = held(id);
        if (state instanceof LineState.Published
                || publishedFor(state.proposal().rule().session()).isPresent()) {
            throw new LineRefused(LineRefusal.ALREADY_PUBLISHED);
        }
        if (!(state instanceof LineState.Filed filed)) {
            throw new LineRefused(LineRefusal.LINE_NOT_FILED);
        }
        var published = filed.published(announcement, clock.instant());
        table.insert(published);
        return published;
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

    /** The line people are measured by, once it is published. */
    @Transactional(readOnly = true)
    public Optional<PublishedLine> publishedFor(SessionId session) {
        return table.of(session).stream()
                .filter(LineState.Published.class::isInstance)
                .map(LineState.Published.class::cast)
                .findFirst()
                .map(published -> new PublishedLine(published, dossier(published.proposal().id())));
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

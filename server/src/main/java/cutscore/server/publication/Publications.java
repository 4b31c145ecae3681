package cutscore.server.publication;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.PublishedLine;
import cutscore.server.publication.ProposedTable.End;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to announcements. One publisher proposes, another confirms; confirming is one
 * transaction: the line becomes published, the act goes into the ledger, the announcement is kept.
 */
@Component
public class Publications {
    /** Names an announcement that may never come to be. */
    private static final AnnouncementId NOT_YET = new AnnouncementId(new UUID(0, 0));

    private final AnnouncementTable table;
    private final ProposedTable proposals;
    private final AnnouncementText text;
    private final AnnouncementPaper paper;
    private final Lines lines;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Publications(
            AnnouncementTable table,
            ProposedTable proposals,
            AnnouncementText text,
            AnnouncementPaper paper,
            Lines lines,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.proposals = proposals;
        this.clock = clock;
        this.text = text;
        this.paper = paper;
        this.lines = lines;
        this.ledger = ledger;
        this.entropy = entropy;
        this.events = events;
    }

    /**
     * The announcement as the public would read it if it were published now; nothing is written.
     *
     * @throws cutscore.server.line.LineRefused when the line cannot be published: not filed (2001),
     *     its place has one (2008), its dossier is not what the ledger holds (2031)
     */
    @Transactional(readOnly = true)
    public Announcement preview(ProposalId line) {
        var foreseen = lines.foreseen(line, NOT_YET.value());
        return text.compose(NOT_YET, number(foreseen.rule().session()), foreseen);
    }

    /**
     * Proposes to publish a filed line; nothing is published until another publisher confirms it.
     * Where that line waits already, it is that proposal.
     *
     * @throws cutscore.server.line.LineRefused as {@link #preview}
     * @throws cutscore.server.access.AccessRefused when the officer is no publisher
     * @throws PublicationRefused when a character has no font
     */
    @Transactional
    public ProposedPublication propose(ProposalId line, Officer by) {
        by.must(Role.PUBLISHER);
        var foreseen = lines.foreseen(line, NOT_YET.value());
        paper.requirePrintable(text.compose(NOT_YET, "", foreseen));
        proposals.add(
                new ProposedPublication(
                        entropy.id(),
                        line,
                        foreseen.rule().session(),
                        foreseen.state().proposal().dossierDigest(),
                        textDigest(foreseen),
                        by.id(),
                        clock.instant()));
        return proposals.waiting(line).orElseThrow(Publications::gone);
    }

    /**
     * Publishes what another publisher proposed. Sent again by the same officer it is the same
     * announcement.
     *
     * @throws cutscore.server.access.SamePerson when the officer proposed it
     * @throws cutscore.server.access.AccessRefused when the officer is no publisher
     * @throws cutscore.server.line.LineRefused as {@link #preview}
     * @throws PublicationRefused when it was settled otherwise, or would read differently now
     */
    @Transactional
    public Announcement confirm(UUID proposed, Officer second) {
        second.must(Role.PUBLISHER);
        var held = proposals.lock(proposed).orElseThrow(Publications::gone);
        var waiting = held.proposed();
        TwoPeople.require(waiting.by(), second.id());
        if (held.end().isPresent()) {
            return table.of(waiting.proposal())
                    .filter(_ -> held.endedBy().equals(Optional.of(second.id())))
                    .orElseThrow(Publications::gone);
        }
        var id = new AnnouncementId(entropy.id());
        var published = lines.publish(waiting.proposal(), id.value());
        var line = lines.publishedAs(waiting.proposal()).orElseThrow();
        if (!published.proposal().dossierDigest().equals(waiting.dossierDigest())
                || !textDigest(line).equals(waiting.textDigest())) {
            throw new PublicationRefused(PublicationRefused.Why.TEXT_CHANGED);
        }
        return announce(id, line, waiting, second);
    }

    private Announcement announce(
            AnnouncementId id, PublishedLine line, ProposedPublication waiting, Officer second) {
        var session = line.rule().session();
        var draft = text.compose(id, number(session), line);
        paper.requirePrintable(draft);
        var by = List.of(waiting.by(), second.id());
        long index = ledger.append(new Act("line.published", draft.at(), by, body(draft))).index();
        var announcement = draft.sequenced(index);
        table.insert(announcement, waiting.by(), second.id());
        proposals.settle(waiting.id(), End.PUBLISHED, second.id(), announcement.at());
        events.publishEvent(new LinePublished(id, waiting.proposal(), session, announcement.at()));
        return announcement;
    }

    /**
     * Takes a waiting proposal back; the line stays filed and can be proposed again.
     *
     * @throws cutscore.server.access.AccessRefused when the officer is no publisher
     * @throws PublicationRefused when it was published
     */
    @Transactional
    public void takeBack(UUID proposed, Officer by) {
        by.must(Role.PUBLISHER);
        var held = proposals.lock(proposed).orElseThrow(Publications::gone);
        if (held.end().equals(Optional.of(End.PUBLISHED))) {
            throw gone();
        }
        if (held.end().isEmpty()) {
            proposals.settle(proposed, End.TAKEN_BACK, by.id(), clock.instant());
        }
    }

    /** What waits for a second publisher, the oldest first. */
    @Transactional(readOnly = true)
    public List<ProposedPublication> waiting() {
        return proposals.waiting();
    }

    /** Whether the announcement and its dossier are still what was proposed. */
    @Transactional(readOnly = true)
    public boolean isUnchanged(ProposedPublication waiting) {
        var foreseen = lines.foreseen(waiting.proposal(), NOT_YET.value());
        return foreseen.state().proposal().dossierDigest().equals(waiting.dossierDigest())
                && textDigest(foreseen).equals(waiting.textDigest());
    }

    private String number(SessionId session) {
        return session + "-" + String.format("%02d", table.count(session) + 1);
    }

    /** Without its number, which another publication of the session may take first. */
    private String textDigest(PublishedLine line) {
        return Digest.hex(AnnouncementForm.write(text.compose(NOT_YET, "", line)).bytes());
    }

    private static PublicationRefused gone() {
        return new PublicationRefused(PublicationRefused.Why.PROPOSAL_GONE);
    }

    /** Every announcement, the newest first. */
    @Transactional(readOnly = true)
    public List<Announcement> all() {
        return table.all();
    }

    @Transactional(readOnly = true)
    public Optional<Announcement> find(AnnouncementId id) {
        return table.find(id);
    }

    /** The announcement with our number, {@code 2023-1-01}. */
    @Transactional(readOnly = true)
    public Optional<Announcement> find(String number) {
        return table.find(number);
    }

    /**
     * The announcement as PDF/A-2u: printed when first asked for, the same bytes ever after.
     *
     * @throws PublicationRefused when there is none
     */
    @Transactional
    public byte[] pdf(AnnouncementId id) {
        return table.rendition(id).orElseGet(() -> print(id));
    }

    private byte[] print(AnnouncementId id) {
        var announcement =
                table.find(id)
                        .orElseThrow(
                                () ->
                                        new PublicationRefused(
                                                PublicationRefused.Why.NO_SUCH_ANNOUNCEMENT));
        byte[] pdf = paper.print(announcement);
        table.insertRendition(id, pdf);
        return pdf;
    }

    private static Json.Obj body(Announcement draft) {
        var proposal = draft.proposal();
        return Json.object()
                .put("announcement", draft.id().toString())
                .put("number", draft.number())
                .put("proposal", proposal.toString())
                .put("dossier", draft.dossierDigest())
                .put("text", Digest.hex(AnnouncementForm.write(draft).bytes()))
                .build();
    }
}

package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to announcements. Publishing is one transaction: the line becomes published, the act
 * goes into the ledger, the announcement is kept.
 */
@Component
public class Publications {
    private final AnnouncementTable table;
    private final AnnouncementText text;
    private final AnnouncementPaper paper;
    private final Lines lines;
    private final Ledger ledger;
    private final Entropy entropy;
    private final ApplicationEventPublisher events;

    Publications(
            AnnouncementTable table,
            AnnouncementText text,
            AnnouncementPaper paper,
            Lines lines,
            Ledger ledger,
            Entropy entropy,
            ApplicationEventPublisher events) {
        this.table = table;
        this.text = text;
        this.paper = paper;
        this.lines = lines;
        this.ledger = ledger;
        this.entropy = entropy;
        this.events = events;
    }

    /**
     * Publishes a filed line.
     *
     * @throws cutscore.server.line.LineRefused when it is not filed (2001), or its place has a line
     *     of the session already
     * @throws cutscore.server.access.SamePerson when one person does both steps
     * @throws cutscore.server.access.AccessRefused when either is no publisher
     * @throws PublicationRefused when a character has no font
     */
    @Transactional
    public Announcement publish(ProposalId proposal, Officer proposer, Officer confirmer) {
        proposer.must(Role.PUBLISHER);
        confirmer.must(Role.PUBLISHER);
        TwoPeople.require(proposer.id(), confirmer.id());
        var id = new AnnouncementId(entropy.id());
        var session = lines.publish(proposal, id.value()).proposal().rule().session();
        String number = session + "-" + String.format("%02d", table.count(session) + 1);
        var draft = text.compose(id, number, lines.publishedAs(proposal).orElseThrow());
        paper.requirePrintable(draft);
        var by = List.of(proposer.id(), confirmer.id());
        long index = ledger.append(new Act("line.published", draft.at(), by, body(draft))).index();
        var announcement = draft.sequenced(index);
        table.insert(announcement, proposer.id(), confirmer.id());
        events.publishEvent(new LinePublished(id, proposal, session, announcement.at()));
        return announcement;
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
                                                new Words("没有这份公告", "no such announcement")));
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

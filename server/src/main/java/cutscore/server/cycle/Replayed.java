package cutscore.server.cycle;

import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.server.access.DemoAccounts;
import cutscore.server.cycle.Declaring.Tally;
import cutscore.server.line.ProposalId;
import cutscore.server.publication.AnnouncementId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A session that was played to its end. */
public final class Replayed {
    private final Opening opening;
    private final Parts parts;
    private final List<DemoAccounts.Account> others;

    Replayed(Opening opening, Parts parts) {
        this(opening, parts, List.of());
    }

    private Replayed(Opening opening, Parts parts, List<DemoAccounts.Account> others) {
        this.opening = opening;
        this.parts = parts;
        this.others = others;
    }

    /** The same play, gone on until that moment, with others who may look around. */
    Replayed goneOn(List<DemoAccounts.Account> more, Instant until) {
        var longer =
                new Parts(
                        parts.script(),
                        parts.examinees(),
                        parts.tally(),
                        parts.proposal(),
                        parts.announcement(),
                        parts.issued(),
                        parts.checkpoint(),
                        parts.officers(),
                        until);
        return new Replayed(opening, longer, more);
    }

    /**
     * What came of it.
     *
     * @param issued what became of the certificates
     * @param officers who played, with what each may see
     * @param ended the last moment on the business clock
     */
    record Parts(
            Script script,
            long examinees,
            Tally tally,
            ProposalId proposal,
            AnnouncementId announcement,
            Issued issued,
            Checkpoint checkpoint,
            List<DemoAccounts.Account> officers,
            Instant ended) {}

    /** How somebody may look around in what was played. */
    public record SignIn(String name, String password, Words role, Words sees) {}

    /** Officers first, then examinees. */
    public List<SignIn> signIns() {
        return Stream.of(parts.officers(), parts.issued().examinees(), others)
                .flatMap(List::stream)
                .map(a -> new SignIn(a.signInName(), a.password(), a.role().title(), a.sees()))
                .toList();
    }

    /** Numbers to try verification with: one that counts and the annulled one, if there are any. */
    public List<String> samples() {
        var issued = parts.issued();
        return Stream.concat(issued.live().stream().limit(1), issued.annulled().stream())
                .map(CertificateNumber::value)
                .toList();
    }

    /** The last moment on the business clock. */
    public Instant ended() {
        return parts.ended();
    }

    Opening opening() {
        return opening;
    }

    Parts parts() {
        return parts;
    }
}

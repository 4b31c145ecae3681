package cutscore.server.certificate;

import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.blast.BlastReport;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.Declarations;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.PublishedLine;
import cutscore.server.line.Recounts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which certificates a correction of a line's inputs would touch. It asks the line what would
 * happen, and changes nothing: a certificate is annulled by a decision and in no other way.
 */
@Component
public class TouchedCertificates {
    private static final BlastMove.Claim UNMOVED = new BlastMove.Claim(true, true, true);

    private final Lines lines;
    private final Recounts recounts;
    private final CertificateTable table;
    private final Declarations declarations;

    TouchedCertificates(
            Lines lines, Recounts recounts, CertificateTable table, Declarations declarations) {
        this.lines = lines;
        this.recounts = recounts;
        this.table = table;
        this.declarations = declarations;
    }

    /**
     * What would happen.
     *
     * @param touched live certificates that would lose their ground, by admission number: the marks
     *     no longer reach the line, the declaration falls, or the county it rests on is no line
     *     area any more
     * @param entitled how many people without a certificate would have a claim to one
     */
    public record Touched(BlastReport report, List<TouchedCertificate> touched, long entitled) {
        public Touched {
            touched = List.copyOf(touched);
        }
    }

    /**
     * @param changes a CSV file as {@link cutscore.kernel.blast.InputChanges} reads it
     * @throws cutscore.kernel.Unreadable with every fault of the changes
     * @return empty when the proposal is not a published line: then nothing was issued by it
     * @throws cutscore.server.line.LineRefused when there is no such proposal, or its result is
     *     hidden from the officer
     * @throws cutscore.server.access.AccessRefused when the officer is no analyst
     */
    @Transactional(readOnly = true)
    public Optional<Touched> by(ProposalId proposal, String changes, Officer analyst) {
        analyst.must(Role.ANALYST);
        return lines.publishedAs(proposal)
                .map(line -> by(line, recounts.blast(proposal, changes, analyst)));
    }

    private Touched by(PublishedLine line, BlastReport report) {
        var claims = new LinkedHashMap<String, BlastMove.Claim>();
        report.moves().stream()
                .filter(move -> concerns(move.claim()))
                .forEach(move -> claims.put(move.admissionNumber(), move.claim()));
        var byPlace = restingOn(report.areasRemoved(), line.rule().session());
        var asked = new LinkedHashSet<>(claims.keySet());
        asked.addAll(byPlace);
        var held =
                table.held(line.rule().session(), List.copyOf(asked)).stream()
                        .filter(certificate -> line.holdsIn(certificate.province()))
                        .toList();
        var touched =
                held.stream()
                        .map(
                                one ->
                                        touched(
                                                one,
                                                claims.getOrDefault(one.admissionNumber(), UNMOVED),
                                                byPlace.contains(one.admissionNumber())))
                        .filter(one -> one.atThePublishedLine() || one.withTheLineNow())
                        .sorted(Comparator.comparing(TouchedCertificate::admissionNumber))
                        .toList();
        var holders =
                held.stream()
                        .map(CertificateTable.Held::admissionNumber)
                        .collect(Collectors.toSet());
        long entitled =
                claims.entrySet().stream()
                        .filter(claim -> claim.getValue().now())
                        .filter(claim -> !byPlace.contains(claim.getKey()))
                        .filter(claim -> !holders.contains(claim.getKey()))
                        .count();
        return new Touched(report, touched, entitled);
    }

    /** Who declared on the ground of a county that would no longer be a line area. */
    private Set<String> restingOn(Set<DivisionCode> removed, SessionId session) {
        var resting = new HashSet<String>();
        if (!removed.isEmpty()) {
            declarations.approved(
                    session,
                    one -> {
                        if (removed.contains(one.place())) {
                            resting.add(one.admissionNumber());
                        }
                    });
        }
        return resting;
    }

    private static boolean concerns(BlastMove.Claim claim) {
        return claim.before() || claim.kept() || claim.now();
    }

    private static TouchedCertificate touched(
            CertificateTable.Held held, BlastMove.Claim claim, boolean byPlace) {
        return new TouchedCertificate(
                held.number(),
                held.province(),
                held.state(),
                held.admissionNumber(),
                byPlace,
                byPlace || !claim.kept(),
                byPlace || !claim.now());
    }
}

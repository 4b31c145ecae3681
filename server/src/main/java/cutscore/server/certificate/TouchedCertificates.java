package cutscore.server.certificate;

import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.blast.BlastReport;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.line.PublishedLine;
import cutscore.server.line.Recounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which certificates a correction of a line's inputs would touch. It asks the line what would
 * happen, and changes nothing: a certificate is annulled by a decision and in no other way.
 */
@Component
public class TouchedCertificates {
    private final Lines lines;
    private final Recounts recounts;
    private final CertificateTable table;

    TouchedCertificates(Lines lines, Recounts recounts, CertificateTable table) {
        this.lines = lines;
        this.recounts = recounts;
        this.table = table;
    }

    /**
     * What would happen.
     *
     * @param touched live certificates that would lose their ground, in the roster's order
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
        var concerned = report.moves().stream().filter(TouchedCertificates::concerns).toList();
        Map<String, CertificateTable.Held> held =
                table
                        .held(
                                line.rule().session(),
                                concerned.stream().map(BlastMove::admissionNumber).toList())
                        .stream()
                        .filter(certificate -> line.holdsIn(certificate.province()))
                        .collect(
                                Collectors.toMap(
                                        CertificateTable.Held::admissionNumber,
                                        Function.identity()));
        var touched =
                concerned.stream()
                        .filter(move -> !move.claim().kept() || !move.claim().now())
                        .flatMap(
                                move ->
                                        Optional.ofNullable(held.get(move.admissionNumber()))
                                                .map(certificate -> touched(certificate, move))
                                                .stream())
                        .toList();
        long entitled =
                concerned.stream()
                        .filter(move -> move.claim().now())
                        .filter(move -> !held.containsKey(move.admissionNumber()))
                        .count();
        return new Touched(report, touched, entitled);
    }

    private static boolean concerns(BlastMove move) {
        var claim = move.claim();
        return claim.before() || claim.kept() || claim.now();
    }

    private static TouchedCertificate touched(CertificateTable.Held held, BlastMove move) {
        return new TouchedCertificate(held.number(), held.province(), held.state(), move);
    }
}

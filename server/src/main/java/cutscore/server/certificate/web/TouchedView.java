package cutscore.server.certificate.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.certificate.TouchedCertificate;
import cutscore.server.certificate.TouchedCertificates.Touched;
import cutscore.server.line.LineState;
import java.util.List;
import java.util.Optional;

/**
 * The question, and the answer once it was asked.
 *
 * @param lines the published ones
 * @param proposal the chosen one's id, or blank
 * @param changes as they were typed
 */
record TouchedView(
        List<LineState> lines,
        String proposal,
        String changes,
        Optional<Touched> answer,
        List<Fault> faults) {
    TouchedView {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    boolean isChosen(LineState line) {
        return line.proposal().id().toString().equals(proposal);
    }

    static Words headline(Touched answer) {
        int touched = answer.touched().size();
        return touched == 0
                ? new Words("不触及任何证书", "No certificate would be touched")
                : new Words(
                        touched + " 张证书会失去依据", touched + " certificates would lose their ground");
    }

    static String icon(Touched answer) {
        return answer.touched().isEmpty() ? "ok" : "warn";
    }

    static String province(TouchedCertificate certificate) {
        return Divisions.builtIn().fullName(certificate.province());
    }

    static Words state(TouchedCertificate certificate) {
        return certificate.state() == CertificateOnRecord.State.ISSUED
                ? new Words("已签发", "issued")
                : new Words("制发中", "being issued");
    }
}

package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.certificate.Certificates;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Holding;
import cutscore.server.web.Page;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code ui-C11}, {@code ui-C12}: what happened, who holds it now and until when, what to mend. */
@Controller
@For(Role.EXAMINEE)
class TimelineController {
    private static final Words NOBODY = new Words("没有人", "nobody");

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Awards awards;
    private final Certificates certificates;

    TimelineController(
            ExamineeAccounts examinees,
            Declarations declarations,
            Awards awards,
            Certificates certificates) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.awards = awards;
        this.certificates = certificates;
    }

    /** The declaration and where it lies now. */
    record Timeline(
            DeclarationView declaration,
            Holding holding,
            boolean result,
            Optional<CertificateOnRecord> certificate) {}

    @GetMapping("/me/timeline")
    Page timeline(Desk desk) {
        var who = examinees.current();
        var declaration =
                declarations
                        .latest(who.session(), who.admissionNumber())
                        .orElseThrow(() -> new NoSuchElementException("nothing was declared"));
        var id = declaration.id().value();
        boolean result = awards.explanation(id).isPresent();
        var certificate = certificates.of(id);
        var view =
                new Timeline(
                        declaration,
                        holding(declaration, result, certificate),
                        result,
                        certificate);
        return Page.of((out, plain) -> JtetimelineGenerated.render(out, plain, desk, view));
    }

    /** After the line is published the certificate's way counts, before it the declaration's. */
    private Holding holding(
            DeclarationView declaration,
            boolean result,
            Optional<CertificateOnRecord> certificate) {
        if (certificate.filter(c -> c.state() == CertificateOnRecord.State.NUMBERED).isPresent()) {
            return new Holding(
                    new Words("发证机构", "the issuing body"),
                    new Words("制发证书，完成后可以下载", "issues the certificate; then you can download it"));
        }
        return certificate.isPresent() || result
                ? new Holding(
                        NOBODY, new Words("已经有结果，写在“我的办理”", "there is a result: see “My matters”"))
                : declarations.holding(declaration);
    }
}

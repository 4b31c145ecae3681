package cutscore.server.certificate.web;

import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.certificate.Certificates;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.roster.Rosters;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code ui-C11}, {@code ui-C13}: one's own declaration, result and certificate. No address holds
 * an id: whose case it is comes from the sign-in alone.
 */
@Controller
@For(Role.EXAMINEE)
class MeController {
    private static final String PAPER = "certificate.pdf";

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Rosters rosters;
    private final Awards awards;
    private final Certificates certificates;

    MeController(
            ExamineeAccounts examinees,
            Declarations declarations,
            Rosters rosters,
            Awards awards,
            Certificates certificates) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.rosters = rosters;
        this.awards = awards;
        this.certificates = certificates;
    }

    @GetMapping("/me")
    Page me(Desk desk) {
        var account = examinees.current();
        var declaration = declaration(account);
        var entry = rosters.find(account.session(), account.admissionNumber());
        var explanation = declaration.flatMap(d -> awards.explanation(d.id().value()));
        var award = explanation.map(MyAward::of);
        var certificate = declaration.flatMap(this::certificate);
        var view =
                new MyView(
                        account.session(),
                        entry.map(e -> e.qualification().name()),
                        MyAnswer.of(declaration, entry, award, certificate, desk.at().now()),
                        declaration,
                        award,
                        explanation
                                .map(MySubject::of)
                                .or(() -> entry.map(MySubject::of))
                                .orElseGet(List::of),
                        certificate,
                        certificate
                                .map(CertificateOnRecord::certificate)
                                .flatMap(c -> certificates.whereValid(c.province(), c.session()))
                                .map(MyView::counties)
                                .orElseGet(List::of));
        return Page.of((out, plain) -> JtemeGenerated.render(out, plain, desk, view));
    }

    @GetMapping("/me/" + PAPER)
    ResponseEntity<byte[]> paper() {
        var pdf =
                declaration(examinees.current())
                        .flatMap(this::certificate)
                        .filter(held -> held.state() == CertificateOnRecord.State.ISSUED)
                        .flatMap(held -> certificates.pdf(held.certificate().number()))
                        .orElseThrow(() -> new NoSuchElementException("no certificate"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(PAPER).build().toString())
                .body(pdf);
    }

    /** The declaration that counts: the last that was not withdrawn, else the last. */
    private Optional<DeclarationView> declaration(ExamineeAccount account) {
        var mine = declarations.of(account.session(), account.admissionNumber());
        return mine.stream()
                .filter(d -> d.stage() != Stage.WITHDRAWN)
                .reduce((earlier, later) -> later)
                .or(() -> mine.stream().reduce((earlier, later) -> later));
    }

    private Optional<CertificateOnRecord> certificate(DeclarationView declaration) {
        return certificates.of(declaration.id().value());
    }
}

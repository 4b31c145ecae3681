package cutscore.server.declaration.receipt;

import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt that is handed over the counter: for the officer who typed the declaration only. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class CounterReceiptController {
    private final OwnReceipt receipts;
    private final ReceiptPaper paper;
    private final Declarations declarations;
    private final Officers officers;
    private final InstantSource clock;

    CounterReceiptController(
            OwnReceipt receipts,
            ReceiptPaper paper,
            Declarations declarations,
            Officers officers,
            InstantSource clock) {
        this.receipts = receipts;
        this.paper = paper;
        this.declarations = declarations;
        this.officers = officers;
        this.clock = clock;
    }

    @GetMapping("/province/declarations/{id}/receipt.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        Officer officer = officers.current();
        var declaration =
                declarations
                        .find(new DeclarationId(id), officer)
                        .filter(it -> isTypedBy(it.id(), officer))
                        .orElseThrow(() -> new NoSuchElementException("not typed here"));
        var receipt = receipts.of(declaration, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("receipt.pdf").build().toString())
                .body(paper.pdf(receipt));
    }

    private boolean isTypedBy(DeclarationId id, Officer officer) {
        return declarations.typist(id).equals(Optional.of(officer.id()));
    }
}

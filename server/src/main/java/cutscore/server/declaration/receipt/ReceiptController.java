package cutscore.server.declaration.receipt;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.web.Page;
import cutscore.server.web.Problem;
import java.time.InstantSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code ui-C10}: the receipt, in four forms. */
@Controller
@For(Role.EXAMINEE)
class ReceiptController {
    private static final String PAGE = "/me/receipt";
    private static final int SECONDS_UNTIL_PUBLISHED = 2;

    private final OwnReceipt receipts;
    private final ReceiptPaper paper;
    private final InstantSource clock;

    ReceiptController(OwnReceipt receipts, ReceiptPaper paper, InstantSource clock) {
        this.receipts = receipts;
        this.paper = paper;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Page page(Desk desk) {
        var receipt = receipts.mine(desk.at().now());
        return Page.of((out, plain) -> JtereceiptGenerated.render(out, plain, desk, receipt));
    }

    @GetMapping(PAGE + ".pdf")
    ResponseEntity<byte[]> pdf() {
        var receipt = receipts.mine(clock.instant());
        return file("receipt.pdf", MediaType.APPLICATION_PDF, paper.pdf(receipt));
    }

    /** Shown, so that a long press keeps it. */
    @GetMapping(PAGE + ".png")
    ResponseEntity<byte[]> picture() {
        var receipt = receipts.mine(clock.instant());
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(paper.png(receipt));
    }

    @GetMapping(PAGE + ".json")
    ResponseEntity<?> proof() {
        var proof = receipts.proof();
        return proof.isPresent()
                ? file("receipt.json", MediaType.APPLICATION_JSON, proof.get().bytes())
                : notYet();
    }

    private static ResponseEntity<String> notYet() {
        var problem =
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "PROOF_NOT_YET_PUBLISHED",
                                new Words(
                                        "申报已经到达并写入存证；证明几秒后可取。",
                                        "The declaration has arrived and is in the ledger; its"
                                                + " proof can be had in a few seconds."))
                        .answer();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS_UNTIL_PUBLISHED))
                .body(problem.getBody());
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

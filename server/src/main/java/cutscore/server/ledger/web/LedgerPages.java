package cutscore.server.ledger.web;

import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.merkle.TilePath;
import cutscore.server.ledger.Ledger;
import cutscore.server.web.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers files of the ledger's folder and nothing else. */
@Controller
@OpenToAll
class LedgerPages {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl CHANGES = CacheControl.maxAge(Duration.ofSeconds(1));
    private static final CacheControl SELDOM = CacheControl.maxAge(Duration.ofHours(1));
    private static final CacheControl NEVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LedgerFiles files;

    LedgerPages(Ledger ledger) {
        this.files = new LedgerFiles(ledger.folder());
    }

    @GetMapping("/ledger/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return file("checkpoint", TEXT, CHANGES.cachePublic());
    }

    @GetMapping("/ledger/key")
    ResponseEntity<byte[]> key() {
        return file("key", TEXT, SELDOM.cachePublic());
    }

    /** The address is taken undecoded: a tile has one spelling, and no other path is looked up. */
    @GetMapping("/ledger/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String address = request.getRequestURI().substring(request.getContextPath().length());
        return TilePath.parse(address.substring("/ledger/".length()))
                .map(tile -> tile(tile))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<byte[]> tile(TilePath tile) {
        // A part makes room for the full tile one day; what it holds never changes either.
        var cached = tile.isFull() ? NEVER : SELDOM.cachePublic();
        return file(tile.text(), MediaType.APPLICATION_OCTET_STREAM, cached);
    }

    private ResponseEntity<byte[]> file(String path, MediaType type, CacheControl cached) {
        return files.read(path)
                .map(
                        content ->
                                ResponseEntity.ok()
                                        .contentType(type)
                                        .cacheControl(cached)
                                        .body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

package cutscore.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.EntryBundle;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import cutscore.server.ModuleTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionOperations;

@ModuleTest
class LedgerPagesTests {
    @Autowired Ledger ledger;
    @Autowired TransactionOperations transaction;

    @Value("${local.server.port}")
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anybodyReadsCheckpointKeyTilesAndEntries() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(OwnLedger.act(1)));
        long size = ledger.publish().size();
        var checkpoint = get("/ledger/checkpoint");
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(header(checkpoint, "content-type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(header(checkpoint, "cache-control")).contains("max-age=1");
        var note = SignedNote.parse(new String(checkpoint.body(), StandardCharsets.UTF_8));
        var key = new String(get("/ledger/key").body(), StandardCharsets.UTF_8);
        assertThat(note.isSignedBy(VerifierKey.parse(key))).isTrue();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(size);
        String part = size % 256 == 0 ? "" : ".p/" + size % 256;
        String last = String.format(java.util.Locale.ROOT, "%03d", (size - 1) / 256) + part;
        var bundle = get("/ledger/tile/entries/" + last);
        assertThat(header(bundle, "content-type")).isEqualTo("application/octet-stream");
        assertThat(EntryBundle.read(bundle.body()).orElseThrow()).isNotEmpty();
        assertThat(get("/ledger/tile/0/" + last).statusCode()).isEqualTo(200);
    }

    @Test
    void anythingElseIsNotThere() throws Exception {
        ledger.publish();
        for (String path :
                new String[] {
                    "/ledger/tile/0/999",
                    "/ledger/tile/9/000",
                    "/ledger/tile/entries/checkpoint",
                    "/ledger/tile/0/000.p/999",
                    "/ledger/.writing",
                    "/ledger/tile/..%2fcheckpoint",
                    "/ledger/tile/%2e%2e/checkpoint",
                    "/ledger/tile/../../keys/ledger.key",
                    "/ledger/tile/0/000;a=b"
                }) {
            assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void nobodyWritesHere() throws Exception {
        for (String path : new String[] {"/ledger/checkpoint", "/ledger/tile/0/000"}) {
            var post =
                    HttpRequest.newBuilder(address(path))
                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                            .build();
            var answer = client.send(post, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isBetween(400, 405);
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(address(path)).GET().build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

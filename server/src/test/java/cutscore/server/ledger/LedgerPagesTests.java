package cutscore.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.EntryBundle;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import cutscore.server.ModuleTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class LedgerPagesTests {
    @Autowired Ledger ledger;
    @Autowired TransactionOperations transaction;

    @Autowired WebApplicationContext context;

    @Test
    void anybodyReadsCheckpointKeyTilesAndEntries() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(OwnLedger.act(1)));
        long size = ledger.publish().size();
        var checkpoint = get("/ledger/checkpoint");
        assertThat(checkpoint.getStatus()).isEqualTo(200);
        assertThat(checkpoint.getHeader("content-type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(checkpoint.getHeader("cache-control")).contains("max-age=1");
        var note =
                SignedNote.parse(
                        new String(checkpoint.getContentAsByteArray(), StandardCharsets.UTF_8));
        var key = new String(get("/ledger/key").getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(note.isSignedBy(VerifierKey.parse(key))).isTrue();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(size);
        String part = size % 256 == 0 ? "" : ".p/" + size % 256;
        String last = String.format(java.util.Locale.ROOT, "%03d", (size - 1) / 256) + part;
        var bundle = get("/ledger/tile/entries/" + last);
        assertThat(bundle.getHeader("content-type")).isEqualTo("application/octet-stream");
        assertThat(EntryBundle.read(bundle.getContentAsByteArray()).orElseThrow()).isNotEmpty();
        assertThat(get("/ledger/tile/0/" + last).getStatus()).isEqualTo(200);
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
            assertThat(get(path).getStatus()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void nobodyWritesHere() throws Exception {
        for (String path : new String[] {"/ledger/checkpoint", "/ledger/tile/0/000"}) {
            var post = MockMvcRequestBuilders.post(URI.create(path)).content("x");
            assertThat(pages().perform(post).andReturn().getResponse().getStatus())
                    .isBetween(400, 405);
        }
    }

    /** The handlers alone; who may call them is what the lanes of access are tested for. */
    private MockMvc pages() {
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return pages().perform(MockMvcRequestBuilders.get(URI.create(path)))
                .andReturn()
                .getResponse();
    }
}

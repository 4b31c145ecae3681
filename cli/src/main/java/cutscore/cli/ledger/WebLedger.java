package cutscore.cli.ledger;

import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.merkle.TilePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A ledger's files at a web address. Which files there are beyond those asked for, it cannot know.
 */
final class WebLedger implements LedgerSource {
    private static final long LONGEST = (2L + LedgerEntry.LONGEST) * TilePath.FULL;

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    WebLedger(URI address) {
        String text = address.toString();
        this.base = URI.create(text.endsWith("/") ? text : text + "/");
    }

    @Override
    public Optional<byte[]> read(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30)).build();
        try {
            var answer =
                    client.send(
                            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(answer.body());
                case 404, 410 -> Optional.empty();
                default -> throw new IOException(request.uri() + " → HTTP " + answer.statusCode());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(name() + ": " + e, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted: " + name(), e));
        }
    }

    @Override
    public String name() {
        return base.toString();
    }
}

package cutscore.server.certificate;

import cutscore.kernel.time.Beijing;
import cutscore.server.database.Keys;
import cutscore.server.database.Settings;
import cutscore.server.paper.SealKey;
import cutscore.server.paper.SealOffice;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The key that seals, and the environment's name that is inside everything it signs. Everything
 * that is not production is {@code SAMPLE}.
 */
@Component
class Issuer {
    static final String PRODUCTION = "production";
    private static final String BODY = "Cutscore";

    private final Keys keys;
    private final SealKeyTable table;
    private final InstantSource clock;
    private final String environment;

    Issuer(Keys keys, SealKeyTable table, InstantSource clock, Settings settings) {
        this.keys = keys;
        this.table = table;
        this.clock = clock;
        this.environment = settings.environment().equals(PRODUCTION) ? PRODUCTION : "SAMPLE";
    }

    String environment() {
        return environment;
    }

    /** The sealing key; its certificate is made at the first use and kept. In a transaction. */
    synchronized SealKey key() {
        var known = table.all();
        var from = known.isEmpty() ? Beijing.day(clock.instant()) : firstDay(known.getFirst());
        var key =
                SealOffice.make(
                        keys.secret("certificate-ca"),
                        keys.secret("certificate-seal"),
                        environment,
                        BODY,
                        from);
        if (known.isEmpty()) {
            table.add(key.id(), key.certificate(), clock.instant());
        }
        return key;
    }

    /** Every certificate that ever sealed, for the trust bundle. */
    List<X509Certificate> certificates() {
        return table.all().stream().map(Issuer::read).toList();
    }

    private static java.time.LocalDate firstDay(byte[] der) {
        return Beijing.day(read(der).getNotBefore().toInstant());
    }

    private static X509Certificate read(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate on record cannot be read", e);
        }
    }
}

package cutscore.server.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates of sealing keys; the keys themselves are never in the database. */
@Component
class SealKeyTable {
    private final JdbcClient sql;

    SealKeyTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<byte[]> all() {
        return sql.sql("SELECT certificate FROM certificate.seal_key ORDER BY since")
                .query(byte[].class)
                .list();
    }

    void add(String id, X509Certificate certificate, Instant since) {
        try {
            sql.sql(
                            """
                            INSERT INTO certificate.seal_key (id, certificate, since)
                            VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING
                            """)
                    .params(id, certificate.getEncoded(), since.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("our own certificate cannot be encoded", e);
        }
    }
}

package cutscore.server.roster;

import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of uploaded files, sealed piece by piece: whoever holds the database alone reads none.
 */
@Component
class ImportPieces {
    private static final int PIECE = 1 << 20;

    private final JdbcClient sql;
    private final FieldCipher cipher;

    ImportPieces(JdbcClient sql, FieldCiphers ciphers) {
        this.sql = sql;
        this.cipher = ciphers.forPurpose("roster-upload");
    }

    void keep(UUID upload, Path file) {
        var work = cipher.work();
        try (InputStream in = Files.newInputStream(file)) {
            int piece = 0;
            for (byte[] some = in.readNBytes(PIECE); some.length > 0; some = in.readNBytes(PIECE)) {
                sql.sql("INSERT INTO roster.staging VALUES (?, ?, ?)")
                        .params(upload, piece, work.seal(some, row(upload, piece)))
                        .update();
                piece++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file again, for its owner alone to read; whoever asked removes it. */
    Path restore(UUID upload) throws IOException {
        Path file = Files.createTempFile("cutscore-", ".upload");
        var work = cipher.work();
        try (var out = Files.newOutputStream(file)) {
            for (int piece = 0; ; piece++) {
                var sealed =
                        sql.sql("SELECT sealed FROM roster.staging WHERE upload = ? AND piece = ?")
                                .params(upload, piece)
                                .query((row, _) -> row.getBytes("sealed"))
                                .optional();
                if (sealed.isEmpty()) {
                    return file;
                }
                out.write(work.open(sealed.get(), row(upload, piece)));
            }
        }
    }

    void forget(UUID upload) {
        sql.sql("DELETE FROM roster.staging WHERE upload = ?").param(upload).update();
    }

    private static String row(UUID upload, int piece) {
        return "roster.staging/" + upload + "/" + piece;
    }
}

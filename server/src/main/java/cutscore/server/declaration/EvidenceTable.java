package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files go with which declaration; only ever added to. */
@Component
final class EvidenceTable {
    private final JdbcClient sql;

    EvidenceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when one of them goes with a declaration already; the caller then undoes it all. */
    boolean add(DeclarationId declaration, List<EvidenceOf> evidence, Instant at) {
        return evidence.stream().allMatch(one -> add(declaration, one, at));
    }

    private boolean add(DeclarationId declaration, EvidenceOf one, Instant at) {
        return sql.sql(
                                """
                                INSERT INTO declaration.evidence (declaration, item, file, added_at)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(declaration.value(), one.item(), one.file(), at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** In the order they came. */
    List<SentEvidence> of(DeclarationId declaration) {
        return sql.sql(
                        """
                        SELECT item, file, added_at FROM declaration.evidence
                        WHERE declaration = ? ORDER BY added_at, file
                        """)
                .param(declaration.value())
                .query(
                        (row, _) ->
                                new SentEvidence(
                                        row.getString("item"),
                                        row.getObject("file", UUID.class),
                                        row.getObject("added_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}

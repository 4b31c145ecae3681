package cutscore.server.integrity;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.time.Beijing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of decisions and their confirmations. Rows are only ever added. */
@Component
record DecisionTable(JdbcClient sql) {

    void insert(RecordedDecision recorded) {
        var letter = recorded.letter();
        sql.sql(
                        """
                        INSERT INTO integrity.decision (id, number, certificate, article, ground,
                            decided_on, proposed_by, proposed_at)
                        VALUES (:id, :number, :certificate, :article, :ground, :decided, :by, :at)
                        """)
                .param("id", recorded.id().value())
                .param("number", letter.number())
                .param("certificate", letter.certificate().value())
                .param("article", letter.article().name())
                .param("ground", letter.ground().name())
                .param("decided", letter.decidedOn())
                .param("by", recorded.by())
                .param("at", recorded.at().atOffset(Beijing.OFFSET))
                .update();
    }

    void confirm(DecisionId id, UUID by, Instant at, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO integrity.confirmation (decision, confirmed_by, confirmed_at,
                            ledger_index)
                        VALUES (:id, :by, :at, :index)
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("at", at.atOffset(Beijing.OFFSET))
                .param("index", ledgerIndex)
                .update();
    }

    /** The decision, held until the transaction ends. */
    Optional<RecordedDecision> hold(DecisionId id) {
        return sql.sql(
                        """
                        SELECT id, number, certificate, article, ground, decided_on, proposed_by,
                               proposed_at
                        FROM integrity.decision WHERE id = :id FOR UPDATE
                        """)
                .param("id", id.value())
                .query((row, n) -> recorded(row))
                .optional();
    }

    /** Decisions that nobody has confirmed yet, the oldest first. */
    List<RecordedDecision> waiting() {
        return sql.sql(
                        """
                        SELECT id, number, certificate, article, ground, decided_on, proposed_by,
                               proposed_at
                        FROM integrity.decision d
                        WHERE NOT EXISTS (SELECT 1 FROM integrity.confirmation c
                                           WHERE c.decision = d.id)
                        ORDER BY proposed_at, id
                        """)
                .query((row, n) -> recorded(row))
                .list();
    }

    boolean isConfirmed(DecisionId id) {
        return sql.sql("SELECT count(*) FROM integrity.confirmation WHERE decision = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static RecordedDecision recorded(ResultSet row) throws SQLException {
        var letter =
                new DecisionLetter(
                        row.getString("number"),
                        new CertificateNumber(row.getString("certificate")),
                        DecisionLetter.Article.valueOf(row.getString("article")),
                        DecisionLetter.Ground.valueOf(row.getString("ground")),
                        row.getObject("decided_on", LocalDate.class));
        return new RecordedDecision(
                new DecisionId(row.getObject("id", UUID.class)),
                letter,
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}

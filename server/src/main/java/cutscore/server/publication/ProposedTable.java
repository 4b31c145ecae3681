package cutscore.server.publication;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.line.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of proposed publications: added, and settled once. */
@Component
record ProposedTable(JdbcClient sql) {
    private static final String SELECT =
            """
            SELECT id, proposal, session, dossier_digest, text_digest, proposed_by, proposed_at,
                settled, settled_by
            FROM publication.proposed
            """;

    /** How a proposal ended. */
    enum End {
        PUBLISHED,
        TAKEN_BACK
    }

    /** A proposal with its end, once it has one. */
    record Held(ProposedPublication proposed, Optional<End> end, Optional<UUID> endedBy) {}

    /** Where one waits for that line already, nothing is added. */
    void add(ProposedPublication proposed) {
        sql.sql(
                        """
                        INSERT INTO publication.proposed (id, proposal, session, dossier_digest,
                            text_digest, proposed_by, proposed_at)
                        VALUES (:id, :proposal, :session, :dossier, :text, :by, :at)
                        ON CONFLICT (proposal) WHERE settled IS NULL DO NOTHING
                        """)
                .param("id", proposed.id())
                .param("proposal", proposed.proposal().value())
                .param("session", proposed.session().value())
                .param("dossier", proposed.dossierDigest())
                .param("text", proposed.textDigest())
                .param("by", proposed.by())
                .param("at", proposed.at().atOffset(Beijing.OFFSET))
                .update();
    }

    /** Keeps others who would settle it waiting until this transaction ends. */
    Optional<Held> lock(UUID id) {
        return sql.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, _) -> held(row))
                .optional();
    }

    void settle(UUID id, End end, UUID by, Instant at) {
        sql.sql(
                        """
                        UPDATE publication.proposed
                        SET settled = :end, settled_by = :by, settled_at = :at WHERE id = :id
                        """)
                .param("id", id)
                .param("end", end.name())
                .param("by", by)
                .param("at", at.atOffset(Beijing.OFFSET))
                .update();
    }

    Optional<ProposedPublication> waiting(ProposalId line) {
        return sql.sql(SELECT + " WHERE proposal = :line AND settled IS NULL")
                .param("line", line.value())
                .query((row, _) -> held(row).proposed())
                .optional();
    }

    /** The oldest first. */
    List<ProposedPublication> waiting() {
        return sql.sql(SELECT + " WHERE settled IS NULL ORDER BY proposed_at, id")
                .query((row, _) -> held(row).proposed())
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        var proposed =
                new ProposedPublication(
                        row.getObject("id", UUID.class),
                        new ProposalId(row.getObject("proposal", UUID.class)),
                        new SessionId(row.getString("session")),
                        row.getString("dossier_digest"),
                        row.getString("text_digest"),
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant());
        return new Held(
                proposed,
                Optional.ofNullable(row.getString("settled")).map(End::valueOf),
                Optional.ofNullable(row.getObject("settled_by", UUID.class)));
    }
}

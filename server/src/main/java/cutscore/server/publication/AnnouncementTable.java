package cutscore.server.publication;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.line.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of announcements. Rows are only ever added. */
@Component
record AnnouncementTable(JdbcClient sql) {
    private static final String SELECT =
            """
            SELECT id, number, session, proposal, form, dossier_digest, published_at, ledger_index
            FROM publication.announcement
            """;

    void insert(Announcement announcement, UUID proposer, UUID confirmer) {
        sql.sql(
                        """
                        INSERT INTO publication.announcement (id, number, session, proposal, form,
                            dossier_digest, proposed_by, confirmed_by, published_at, ledger_index)
                        VALUES (:id, :number, :session, :proposal, :form, :digest, :proposer,
                            :confirmer, :at, :index)
                        """)
                .param("id", announcement.id().value())
                .param("number", announcement.number())
                .param("session", announcement.session().value())
                .param("proposal", announcement.proposal().value())
                .param("form", AnnouncementForm.write(announcement).canonical())
                .param("digest", announcement.dossierDigest())
                .param("proposer", proposer)
                .param("confirmer", confirmer)
                .param("at", announcement.at().atOffset(Beijing.OFFSET))
                .param("index", announcement.ledgerIndex())
                .update();
    }

    long count(SessionId session) {
        return sql.sql("SELECT count(*) FROM publication.announcement WHERE session = :session")
                .param("session", session.value())
                .query(Long.class)
                .single();
    }

    Optional<Announcement> find(AnnouncementId id) {
        return sql.sql(SELECT + " WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> announcement(row))
                .optional();
    }

    Optional<Announcement> find(String number) {
        return sql.sql(SELECT + " WHERE number = :number")
                .param("number", number)
                .query((row, n) -> announcement(row))
                .optional();
    }

    Optional<Announcement> of(ProposalId line) {
        return sql.sql(SELECT + " WHERE proposal = :line")
                .param("line", line.value())
                .query((row, n) -> announcement(row))
                .optional();
    }

    List<Announcement> all() {
        return sql.sql(SELECT + " ORDER BY published_at DESC, number DESC")
                .query((row, n) -> announcement(row))
                .list();
    }

    Optional<byte[]> rendition(AnnouncementId id) {
        return sql.sql("SELECT pdf FROM publication.rendition WHERE announcement = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }

    /** Two who ask first at once print the same bytes; one of them is kept. */
    void insertRendition(AnnouncementId id, byte[] pdf) {
        sql.sql(
                        """
                        INSERT INTO publication.rendition (announcement, pdf) VALUES (:id, :pdf)
                        ON CONFLICT (announcement) DO NOTHING
                        """)
                .param("id", id.value())
                .param("pdf", pdf)
                .update();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        var form = Json.parseObject(row.getString("form"));
        return new Announcement(
                new AnnouncementId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new SessionId(row.getString("session")),
                AnnouncementForm.province(form),
                new ProposalId(row.getObject("proposal", UUID.class)),
                AnnouncementForm.title(form),
                AnnouncementForm.text(form),
                AnnouncementForm.lines(form),
                AnnouncementForm.sources(form),
                row.getString("dossier_digest"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("ledger_index"));
    }
}

package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.AnnulledNumber;
import cutscore.kernel.seal.Digest;
import cutscore.server.integrity.DecisionLetter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates. Rows are added and change state; none is deleted. */
@Component
class CertificateTable {
    private final JdbcClient sql;

    CertificateTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A certificate that has its number and bytes, and waits for its seal. */
    record Unsealed(CertificateRecord certificate, UUID declaration, Instant numberedAt) {}

    /** What comes into being with a number. */
    record Numbered(
            CertificateRecord certificate,
            UUID declaration,
            BatchId batch,
            String person,
            String commitment,
            long ledgerIndex,
            Instant at) {}

    void add(Numbered numbered) {
        var certificate = numbered.certificate();
        byte[] bytes = certificate.bytes();
        sql.sql(
                        """
                        INSERT INTO certificate.certificate (number, declaration, batch, person,
                            qualification, session, province, to_be_signed, digest, commitment,
                            ledger_index, numbered_at, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NUMBERED')
                        """)
                .params(
                        certificate.number().value(),
                        numbered.declaration(),
                        numbered.batch().value(),
                        numbered.person(),
                        certificate.qualification(),
                        certificate.session().value(),
                        certificate.province().value(),
                        bytes,
                        Digest.hex(bytes),
                        numbered.commitment(),
                        numbered.ledgerIndex(),
                        numbered.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Unsealed> unsealed(BatchId batch, int max) {
        return sql.sql(
                        """
                        SELECT to_be_signed, declaration, numbered_at FROM certificate.certificate
                        WHERE batch = ? AND state = 'NUMBERED' AND pdf IS NULL
                        ORDER BY ledger_index LIMIT ?
                        """)
                .params(batch.value(), max)
                .query(
                        (row, n) ->
                                new Unsealed(
                                        CertificateRecord.read(row.getBytes("to_be_signed")),
                                        row.getObject("declaration", UUID.class),
                                        moment(row, "numbered_at")))
                .list();
    }

    /**
     * @return whether it was this call that sealed it
     */
    boolean store(CertificateNumber number, byte[] pdf, Instant at) {
        return sql.sql(
                                """
                                UPDATE certificate.certificate
                                SET pdf = ?, sealed_at = ?, state = 'ISSUED'
                                WHERE number = ? AND state = 'NUMBERED'
                                """)
                        .params(pdf, at.atOffset(ZoneOffset.UTC), number.value())
                        .update()
                == 1;
    }

    Optional<byte[]> pdf(CertificateNumber number) {
        return sql.sql(
                        """
                        SELECT pdf FROM certificate.certificate
                        WHERE number = ? AND pdf IS NOT NULL
                        """)
                .param(number.value())
                .query(byte[].class)
                .optional();
    }

    Optional<CertificateOnRecord> find(CertificateNumber number) {
        return sql.sql(
                        """
                        SELECT number, to_be_signed, state, annulled_on, decision, ground, article
                        FROM certificate.certificate WHERE number = ?
                        """)
                .param(number.value())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<CertificateOnRecord> of(UUID declaration) {
        return sql.sql(
                        """
                        SELECT number, to_be_signed, state, annulled_on, decision, ground, article
                        FROM certificate.certificate WHERE declaration = ?
                        """)
                .param(declaration)
                .query((row, n) -> read(row))
                .optional();
    }

    List<CertificateNumber> numbers(SessionId session, CertificateOnRecord.State state) {
        return sql.sql(
                        """
                        SELECT number FROM certificate.certificate
                        WHERE session = ? AND state = ? ORDER BY number
                        """)
                .params(session.value(), state.name())
                .query((row, n) -> new CertificateNumber(row.getString("number")))
                .list();
    }

    /** A live certificate, by the admission number of its holder. */
    record Held(
            String admissionNumber,
            CertificateNumber number,
            DivisionCode province,
            CertificateOnRecord.State state) {}

    /** The live certificates of a session that these people hold. */
    List<Held> held(SessionId session, List<String> admissionNumbers) {
        return sql.sql(
                        """
                        SELECT a.admission_number, c.number, c.province, c.state
                        FROM certificate.award a
                        JOIN certificate.certificate c ON c.declaration = a.declaration
                        WHERE a.session = ? AND a.admission_number = ANY (?)
                            AND c.state <> 'ANNULLED'
                        """)
                .params(session.value(), admissionNumbers.toArray(String[]::new))
                .query(
                        (row, n) ->
                                new Held(
                                        row.getString("admission_number"),
                                        new CertificateNumber(row.getString("number")),
                                        new DivisionCode(row.getString("province")),
                                        CertificateOnRecord.State.valueOf(row.getString("state"))))
                .list();
    }

    /** The commitment under which its issue stands in the ledger, with the row locked. */
    Optional<String> lockLive(CertificateNumber number) {
        return sql.sql(
                        """
                        SELECT commitment FROM certificate.certificate
                        WHERE number = ? AND state <> 'ANNULLED' FOR UPDATE
                        """)
                .param(number.value())
                .query(String.class)
                .optional();
    }

    void annul(DecisionLetter letter) {
        sql.sql(
                        """
                        UPDATE certificate.certificate
                        SET state = 'ANNULLED', annulled_on = ?, decision = ?, ground = ?,
                            article = ?
                        WHERE number = ? AND state <> 'ANNULLED'
                        """)
                .params(
                        letter.decidedOn(),
                        letter.number(),
                        letter.ground().chinese(),
                        letter.article().basis(),
                        letter.certificate().value())
                .update();
    }

    List<AnnulledNumber> annulled() {
        return sql.sql(
                        """
                        SELECT number, annulled_on, decision, ground, article
                        FROM certificate.certificate WHERE state = 'ANNULLED'
                        """)
                .query((row, n) -> annulment(row))
                .list();
    }

    private static CertificateOnRecord read(ResultSet row) throws SQLException {
        var state = CertificateOnRecord.State.valueOf(row.getString("state"));
        boolean annulled = state == CertificateOnRecord.State.ANNULLED;
        return new CertificateOnRecord(
                CertificateRecord.read(row.getBytes("to_be_signed")),
                state,
                annulled ? Optional.of(annulment(row)) : Optional.empty());
    }

    private static AnnulledNumber annulment(ResultSet row) throws SQLException {
        return new AnnulledNumber(
                AnnulledNumber.digest(new CertificateNumber(row.getString("number"))),
                row.getObject("annulled_on", LocalDate.class),
                row.getString("decision"),
                row.getString("ground"),
                row.getString("article"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

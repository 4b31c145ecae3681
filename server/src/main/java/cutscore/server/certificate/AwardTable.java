package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row per declarant: the outcome and why. */
@Component
class AwardTable {
    private final JdbcClient sql;

    AwardTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** An award that has no certificate yet, and is in no batch. */
    record Waiting(
            UUID declaration,
            String person,
            String name,
            String qualification,
            String level,
            IssueRoute route) {}

    /** Keeps other determinations waiting until this transaction ends; readers go on. */
    void lock() {
        sql.sql("LOCK TABLE certificate.award IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Whoever of a session has an outcome. */
    Set<UUID> known(SessionId session) {
        return sql.sql("SELECT declaration FROM certificate.award WHERE session = ?")
                .param(session.value())
                .query(UUID.class)
                .set();
    }

    void add(
            AwardFacts facts,
            AwardOutcome outcome,
            String explanation,
            Instant at,
            long ledgerIndex) {
        boolean awarded = outcome == AwardOutcome.AWARDED;
        sql.sql(
                        """
                        INSERT INTO certificate.award (declaration, session, admission_number,
                            person, name, qualification, level, province, outcome, route,
                            explanation, determined_at, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)
                        """)
                .params(
                        facts.declaration(),
                        facts.session().value(),
                        facts.admissionNumber(),
                        facts.person(),
                        facts.name(),
                        facts.qualification().name(),
                        facts.qualification().level().name(),
                        facts.province().value(),
                        outcome.word(),
                        awarded ? facts.route().word() : "",
                        explanation,
                        at.atOffset(ZoneOffset.UTC),
                        ledgerIndex)
                .update();
    }

    Optional<String> explanation(UUID declaration) {
        return sql.sql("SELECT explanation FROM certificate.award WHERE declaration = ?")
                .param(declaration)
                .query(String.class)
                .optional();
    }

    Map<String, Long> totals(SessionId session) {
        var out = new TreeMap<String, Long>();
        sql.sql(
                        """
                        SELECT outcome, count(*) AS people FROM certificate.award
                        WHERE session = ? GROUP BY outcome
                        """)
                .param(session.value())
                .query(
                        row -> {
                            out.put(row.getString("outcome"), row.getLong("people"));
                        });
        return out;
    }

    /** In a fixed order, so that a batch has one digest. */
    List<Waiting> waiting(SessionId session, DivisionCode province) {
        return sql.sql(
                        """
                        SELECT a.declaration, a.person, a.name, a.qualification, a.level, a.route
                        FROM certificate.award a
                        WHERE a.session = ? AND a.province = ? AND a.outcome = 'awarded'
                            AND NOT EXISTS (SELECT 1 FROM certificate.batch_award b
                                            WHERE b.declaration = a.declaration)
                        ORDER BY a.admission_number
                        """)
                .params(session.value(), province.value())
                .query(AwardTable::read)
                .list();
    }

    /** Those of a batch that have no number yet. */
    List<Waiting> unnumbered(BatchId batch, int max) {
        return sql.sql(
                        """
                        SELECT a.declaration, a.person, a.name, a.qualification, a.level, a.route
                        FROM certificate.award a
                        JOIN certificate.batch_award b ON b.declaration = a.declaration
                        WHERE b.batch = ?
                            AND NOT EXISTS (SELECT 1 FROM certificate.certificate c
                                            WHERE c.declaration = a.declaration)
                        ORDER BY a.admission_number LIMIT ?
                        """)
                .params(batch.value(), max)
                .query(AwardTable::read)
                .list();
    }

    private static Waiting read(ResultSet row, int n) throws SQLException {
        boolean ordinary = IssueRoute.ORDINARY.word().equals(row.getString("route"));
        return new Waiting(
                row.getObject("declaration", UUID.class),
                row.getString("person"),
                row.getString("name"),
                row.getString("qualification"),
                row.getString("level"),
                ordinary ? IssueRoute.ORDINARY : IssueRoute.REPLACEMENT);
    }
}

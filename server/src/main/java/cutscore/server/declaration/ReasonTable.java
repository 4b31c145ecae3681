package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A province's own reasons, and how often each reason was used there. */
@Component
final class ReasonTable {
    private final JdbcClient sql;

    ReasonTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Reason> of(DivisionCode province, Map<String, Integer> uses) {
        return sql.sql(
                        """
                        SELECT id, verdict, words, clause, retired_at IS NOT NULL AS retired
                        FROM declaration.reason_of_province
                        WHERE province = ? ORDER BY added_at, id
                        """)
                .param(province.value())
                .query(
                        (row, _) ->
                                new Reason(
                                        row.getString("id"),
                                        Reason.Verdict.valueOf(row.getString("verdict")),
                                        row.getString("words"),
                                        row.getString("clause"),
                                        Optional.empty(),
                                        row.getBoolean("retired"),
                                        uses.getOrDefault(row.getString("id"), 0)))
                .list();
    }

    Map<String, Integer> uses(DivisionCode province) {
        return sql
                .sql("SELECT reason, uses FROM declaration.reason_uses WHERE province = ?")
                .param(province.value())
                .query((row, _) -> Map.entry(row.getString("reason"), row.getInt("uses")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void used(DivisionCode province, String reason) {
        sql.sql(
                        """
                        INSERT INTO declaration.reason_uses (province, reason, uses)
                        VALUES (?, ?, 1) ON CONFLICT (province, reason)
                        DO UPDATE SET uses = declaration.reason_uses.uses + 1
                        """)
                .params(province.value(), reason)
                .update();
    }

    void add(
            UUID id,
            DivisionCode province,
            Reason.Verdict verdict,
            String words,
            String clause,
            UUID by,
            Instant at) {
        sql.sql(
                        """
                        INSERT INTO declaration.reason_of_province
                            (id, province, verdict, words, clause, added_by, added_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.toString(),
                        province.value(),
                        verdict.name(),
                        words,
                        clause,
                        by,
                        at.atOffset(UTC))
                .update();
    }

    boolean retire(String id, DivisionCode province, UUID by, Instant at) {
        return sql.sql(
                                """
                                UPDATE declaration.reason_of_province
                                SET retired_by = ?, retired_at = ?
                                WHERE id = ? AND province = ? AND retired_at IS NULL
                                """)
                        .params(by, at.atOffset(UTC), id, province.value())
                        .update()
                == 1;
    }
}

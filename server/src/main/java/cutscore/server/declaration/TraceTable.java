package cutscore.server.declaration;

import cutscore.kernel.seal.Json;
import cutscore.server.declaration.eligibility.CaseFacts;
import cutscore.server.declaration.eligibility.Hint;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rules had found when a step was taken, and what it asked to be mended. */
@Component
final class TraceTable {
    private final JdbcClient sql;

    TraceTable(JdbcClient sql) {
        this.sql = sql;
    }

    static Json.Arr json(List<Hint> hints) {
        return new Json.Arr(hints.stream().<Json>map(Hint::toJson).toList());
    }

    void keep(DeclarationId id, int step, List<Hint> hints, String commitment) {
        sql.sql(
                        """
                        INSERT INTO declaration.trace
                            (declaration, step, facts_version, findings, commitment)
                        VALUES (?, ?, ?, ?::jsonb, ?)
                        """)
                .params(id.value(), step, CaseFacts.VERSION, json(hints).canonical(), commitment)
                .update();
    }

    void ask(DeclarationId id, int step, List<ReturnItem> items) {
        for (var one : items) {
            sql.sql(
                            """
                            INSERT INTO declaration.return_item (declaration, step, item, words)
                            VALUES (?, ?, ?, ?)
                            """)
                    .params(id.value(), step, one.item(), one.words())
                    .update();
        }
    }

    /** What the last return asked for, in the order of the items. */
    List<ReturnItem> asked(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT item, words FROM declaration.return_item
                        WHERE declaration = :id AND step =
                            (SELECT max(number) FROM declaration.step
                             WHERE declaration = :id AND step = 'RETURN')
                        ORDER BY item
                        """)
                .param("id", id.value())
                .query((row, _) -> new ReturnItem(row.getString("item"), row.getString("words")))
                .list();
    }

    /** The trace of the last decision. */
    Optional<DecisionTrace> last(DeclarationId id) {
        return sql.sql(
                        """
                        SELECT step, facts_version, findings, commitment FROM declaration.trace
                        WHERE declaration = ? ORDER BY step DESC LIMIT 1
                        """)
                .param(id.value())
                .query(
                        (row, _) ->
                                new DecisionTrace(
                                        row.getInt("step"),
                                        row.getInt("facts_version"),
                                        hints(row.getString("findings")),
                                        row.getString("commitment")))
                .optional();
    }

    private static List<Hint> hints(String json) {
        return Json.parse(json) instanceof Json.Arr array
                ? array.items().stream().map(one -> Hint.read((Json.Obj) one)).toList()
                : List.of();
    }
}

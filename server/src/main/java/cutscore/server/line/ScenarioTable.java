package cutscore.server.line;

import static cutscore.server.line.LineTable.at;
import static cutscore.server.line.LineTable.instant;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of scenarios. Rows are only ever added. */
@Component
record ScenarioTable(JdbcClient sql) {
    private static final String SELECT =
            """
            SELECT id, snapshot, name, rule, considered, keys_digest, digest, frozen_by, frozen_at
            FROM line.scenario
            """;

    /**
     * @return whether it was added; false when the snapshot has one of that name
     */
    boolean insert(Scenario scenario) {
        return sql.sql(
                                """
                                INSERT INTO line.scenario (id, snapshot, name, rule, considered,
                                    keys_digest, digest, frozen_by, frozen_at)
                                VALUES (:id, :snapshot, :name, :rule, :considered, :keys, :digest,
                                    :by, :at)
                                ON CONFLICT (snapshot, name) DO NOTHING
                                """)
                        .param("id", scenario.id().value())
                        .param("snapshot", scenario.snapshot().value())
                        .param("name", scenario.name())
                        .param("rule", scenario.rule().toJson().canonical())
                        .param(
                                "considered",
                                scenario.considered()
                                        .map(line -> Scenario.json(line).canonical())
                                        .orElse(null))
                        .param("keys", scenario.keysDigest())
                        .param("digest", scenario.digest())
                        .param("by", scenario.by())
                        .param("at", at(scenario.at()))
                        .update()
                == 1;
    }

    Optional<Scenario> find(ScenarioId id) {
        return sql.sql(SELECT + " WHERE id = ?")
                .param(id.value())
                .query((row, n) -> scenario(row))
                .optional();
    }

    List<Scenario> of(SnapshotId snapshot) {
        return sql.sql(SELECT + " WHERE snapshot = ? ORDER BY frozen_at, id")
                .param(snapshot.value())
                .query((row, n) -> scenario(row))
                .list();
    }

    private static Scenario scenario(ResultSet row) throws SQLException {
        var rule = LineRule.fromJson(Json.parseObject(row.getString("rule")));
        var considered =
                Optional.ofNullable(row.getString("considered"))
                        .map(text -> PassingLine.read(Json.parseObject(text), rule.shape()));
        return new Scenario(
                new ScenarioId(row.getObject("id", UUID.class)),
                new SnapshotId(row.getObject("snapshot", UUID.class)),
                row.getString("name"),
                rule,
                considered,
                row.getString("keys_digest"),
                row.getString("digest"),
                row.getObject("frozen_by", UUID.class),
                instant(row, "frozen_at"));
    }
}

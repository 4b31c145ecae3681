package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.Overview.Handled;
import cutscore.server.declaration.Overview.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of a province's declarations in the schema {@code declaration}; never a person. */
@Component
final class OverviewTable {
    private static final String OF =
            " FROM declaration.declaration d WHERE d.session = :session AND d.province = :province";
    private static final String STEPS =
            """
             FROM declaration.step s JOIN declaration.declaration d ON d.id = s.declaration
            WHERE d.session = :session AND d.province = :province
            """;

    private final JdbcClient sql;

    OverviewTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Arrivals by day in Beijing. */
    Map<LocalDate, Long> arrivals(SessionId session, DivisionCode province) {
        return days(
                "SELECT (d.arrived_at AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS n"
                        + OF
                        + " GROUP BY 1",
                session,
                province);
    }

    /** By day in Beijing: how many began to wait again, less how many no longer waited. */
    Map<LocalDate, Long> turns(SessionId session, DivisionCode province) {
        return days(
                """
                SELECT (s.at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                       count(*) FILTER (WHERE s.stage_to = 'SUBMITTED')
                       - count(*) FILTER (WHERE s.step IN ('APPROVE', 'RETURN', 'REJECT')) AS n
                """
                        + STEPS
                        + " GROUP BY 1",
                session,
                province);
    }

    private Map<LocalDate, Long> days(String text, SessionId session, DivisionCode province) {
        var out = new TreeMap<LocalDate, Long>();
        sql.sql(text)
                .param("session", session.value())
                .param("province", province.value())
                .query(
                        (row, _) ->
                                Map.entry(row.getObject("day", LocalDate.class), row.getLong("n")))
                .list()
                .forEach(one -> out.put(one.getKey(), one.getValue()));
        return out;
    }

    /** Arrivals by whole hours before an instant: 0 is the hour just gone. */
    Map<Integer, Long> hours(SessionId session, DivisionCode province, Instant now, int hours) {
        var out = new TreeMap<Integer, Long>();
        sql.sql(
                        """
                        SELECT floor(extract(epoch FROM :now::timestamptz - d.arrived_at) / 3600)::int
                                   AS ago, count(*) AS n
                        """
                                + OF
                                + " AND d.arrived_at > :since::timestamptz"
                                + " AND d.arrived_at <= :now::timestamptz GROUP BY 1")
                .param("session", session.value())
                .param("province", province.value())
                .param("now", now.atOffset(UTC))
                .param("since", now.minusSeconds(3600L * hours).atOffset(UTC))
                .query((row, _) -> Map.entry(row.getInt("ago"), row.getLong("n")))
                .list()
                .forEach(one -> out.put(one.getKey(), one.getValue()));
        return out;
    }

    /** Every county that has any, by stage. */
    Map<DivisionCode, Map<Stage, Long>> counties(SessionId session, DivisionCode province) {
        return grouped(
                "SELECT d.place AS unit, d.stage, count(*) AS n" + OF + " GROUP BY 1, 2",
                session,
                Optional.of(province));
    }

    /** Every province that has any, by stage. */
    Map<DivisionCode, Map<Stage, Long>> provinces(SessionId session) {
        return grouped(
                """
                SELECT province AS unit, stage, count(*) AS n FROM declaration.declaration
                WHERE session = :session GROUP BY 1, 2
                """,
                session,
                Optional.empty());
    }

    private Map<DivisionCode, Map<Stage, Long>> grouped(
            String text, SessionId session, Optional<DivisionCode> province) {
        var out = new TreeMap<DivisionCode, Map<Stage, Long>>();
        var asked = sql.sql(text).param("session", session.value());
        province.ifPresent(one -> asked.param("province", one.value()));
        asked.query(
                        (row, _) -> {
                            out.computeIfAbsent(
                                            new DivisionCode(row.getString("unit")),
                                            _ -> new EnumMap<>(Stage.class))
                                    .put(Stage.valueOf(row.getString("stage")), row.getLong("n"));
                            return 0;
                        })
                .list();
        return out;
    }

    /**
     * How many days the officers' answers took, each from when it came to wait.
     *
     * @param officer only this one's answers
     */
    List<Handled> handled(SessionId session, DivisionCode province, Optional<UUID> officer) {
        return sql.sql(
                        """
                        SELECT width_bucket(extract(epoch FROM at - since) / 86400.0,
                                            ARRAY[1, 3, 7, 15, 30]) AS bucket, count(*) AS n
                        FROM (SELECT s.at, s.officer, s.step,
                                     coalesce(lag(s.at) OVER (PARTITION BY s.declaration
                                                              ORDER BY s.number),
                                              d.arrived_at) AS since
                        """
                                + STEPS
                                + """
                                ) answered
                                WHERE step IN ('APPROVE', 'RETURN', 'REJECT')
                                  AND (:officer::uuid IS NULL OR officer = :officer::uuid)
                                GROUP BY 1 ORDER BY 1
                                """)
                .param("session", session.value())
                .param("province", province.value())
                .param("officer", officer.orElse(null))
                .query((row, _) -> new Handled(row.getInt("bucket"), row.getLong("n")))
                .list();
    }

    /** The clauses that returns and rejections rested on, the most used first. */
    List<Reason> reasons(SessionId session, DivisionCode province) {
        return sql.sql(
                        "SELECT s.clause, count(*) FILTER (WHERE s.step = 'RETURN') AS returned,"
                                + " count(*) FILTER (WHERE s.step = 'REJECT') AS rejected"
                                + STEPS
                                + " AND s.step IN ('RETURN', 'REJECT')"
                                + " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 15")
                .param("session", session.value())
                .param("province", province.value())
                .query(
                        (row, _) ->
                                new Reason(
                                        row.getString("clause"),
                                        row.getLong("returned"),
                                        row.getLong("rejected")))
                .list();
    }
}

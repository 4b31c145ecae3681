package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.ListFilter.Holder;
import cutscore.server.exam.DeclaredGround;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of declarations in the schema {@code declaration}, read by keyset. */
@Component
final class ListTable {
    private static final int ROWS_AT_ONCE = 2000;
    private static final String SELECT =
            """
            SELECT d.id, d.receipt, d.session, d.admission_number, d.qualification, d.ground,
                   d.place, d.stage, d.arrived_at, d.stage_since, d.typed_by, d.mend_until,
                   a.officer AS holder
            FROM declaration.declaration d
                LEFT JOIN declaration.assigned a ON a.declaration = d.id
            """;
    private static final String COUNT =
            """
            SELECT count(*) FROM declaration.declaration d
                LEFT JOIN declaration.assigned a ON a.declaration = d.id
            """;

    private final JdbcClient sql;

    ListTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A filter as one officer means it now.
     *
     * @param asker who asks, for what is his own
     * @param overdueBefore what came to wait before this is overdue
     * @param today the first instant of today in Beijing
     */
    record Asked(
            ListFilter filter,
            DivisionCode province,
            UUID asker,
            Instant overdueBefore,
            Instant today) {}

    /** A statement with its parameters. */
    record Statement(String text, Map<String, Object> parameters) {}

    ListPage page(Asked asked, Optional<Cursor> cursor, int limit) {
        boolean back = cursor.isPresent() && cursor.get().back();
        var rows = new ArrayList<>(rows(pageStatement(asked, cursor, limit + 1)));
        boolean more = rows.size() > limit;
        if (more) {
            rows.removeLast();
        }
        var ordered = back ? rows.reversed() : rows;
        return new ListPage(ordered, back ? more : cursor.isPresent(), back || more);
    }

    static Statement pageStatement(Asked asked, Optional<Cursor> cursor, int limit) {
        var where = where(asked);
        boolean back = cursor.isPresent() && cursor.get().back();
        boolean falling = asked.filter().newestFirst() != back;
        var text = new StringBuilder(SELECT).append(where.text());
        cursor.ifPresent(
                at -> {
                    text.append(" AND (d.arrived_at, d.id) ")
                            .append(falling ? '<' : '>')
                            .append(" (SELECT arrived_at, id FROM declaration.declaration")
                            .append(" WHERE id = :cursor AND province = :province)");
                    where.parameters().put("cursor", at.id().value());
                });
        text.append(falling ? " ORDER BY d.arrived_at DESC, d.id DESC" : "")
                .append(falling ? "" : " ORDER BY d.arrived_at, d.id")
                .append(" LIMIT ")
                .append(limit);
        return new Statement(text.toString(), where.parameters());
    }

    long count(Asked asked) {
        var counting = countStatement(asked);
        return sql.sql(counting.text()).params(counting.parameters()).query(Long.class).single();
    }

    static Statement countStatement(Asked asked) {
        var where = where(asked);
        boolean anybody = asked.filter().holder() instanceof Holder.Anybody;
        return new Statement(
                (anybody ? COUNT.replaceFirst("(?m)^ +LEFT JOIN .*$", "") : COUNT) + where.text(),
                where.parameters());
    }

    Map<Stage, Long> stages(Asked asked) {
        var counting = stagesStatement(asked);
        var counts = new EnumMap<Stage, Long>(Stage.class);
        Arrays.stream(Stage.values()).forEach(stage -> counts.put(stage, 0L));
        sql.sql(counting.text())
                .params(counting.parameters())
                .query(
                        (row, _) ->
                                Map.entry(Stage.valueOf(row.getString("stage")), row.getLong("n")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    static Statement stagesStatement(Asked asked) {
        return new Statement(
                """
                SELECT stage, count(*) AS n FROM declaration.declaration
                WHERE session = :session AND province = :province GROUP BY stage
                """,
                Map.of(
                        "session",
                        asked.filter().session().value(),
                        "province",
                        asked.province().value()));
    }

    /** Every row of the filter in its order, streamed within the transaction; to be closed. */
    Stream<ListRow> stream(Asked asked) {
        var where = where(asked);
        return sql
                .sql(SELECT + where.text() + " ORDER BY d.arrived_at, d.id")
                .params(where.parameters())
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, _) -> row(row))
                .stream();
    }

    private List<ListRow> rows(Statement statement) {
        return sql.sql(statement.text())
                .params(statement.parameters())
                .query((row, _) -> row(row))
                .list();
    }

    private static Statement where(Asked asked) {
        var filter = asked.filter();
        var text = new StringBuilder(" WHERE d.session = :session AND d.province = :province");
        Map<String, Object> values = new HashMap<>();
        values.put("session", filter.session().value());
        values.put("province", asked.province().value());
        and(text, values, " AND d.stage = :stage", "stage", filter.stage().map(Stage::name));
        and(text, values, " AND d.ground = :ground", "ground", filter.ground().map(Enum::name));
        filter.place().ifPresent(place -> place(text, values, place));
        and(text, values, " AND d.qualification = :named", "named", filter.qualification());
        and(
                text,
                values,
                " AND d.arrived_at >= :from",
                "from",
                filter.from().map(day -> ReviewTerm.startOf(day).atOffset(UTC)));
        and(
                text,
                values,
                " AND d.arrived_at < :to",
                "to",
                filter.to().map(day -> ReviewTerm.startOf(day.plusDays(1)).atOffset(UTC)));
        lately(text, values, asked);
        held(text, values, asked);
        if (!filter.receipt().isEmpty()) {
            text.append(" AND d.receipt LIKE :receipt");
            values.put("receipt", filter.receipt() + "%");
        }
        return new Statement(text.toString(), values);
    }

    private static void lately(StringBuilder text, Map<String, Object> values, Asked asked) {
        if (asked.filter().overdue()) {
            text.append(" AND d.stage = 'SUBMITTED' AND d.stage_since < :overdue");
            values.put("overdue", asked.overdueBefore().atOffset(UTC));
        }
        if (asked.filter().returnedToday()) {
            text.append(" AND d.stage = 'RETURNED' AND d.stage_since >= :today");
            values.put("today", asked.today().atOffset(UTC));
        }
    }

    // Not "a.officer IS NULL": once much is dealt out, that makes the planner expect a handful of
    // rows
    // and read the whole table for them.
    private static final String NOBODYS =
            """
             AND NOT EXISTS (SELECT 1 FROM declaration.assigned o
                             WHERE o.declaration = d.id AND o.officer IS NOT NULL)
            """;

    private static void held(StringBuilder text, Map<String, Object> values, Asked asked) {
        switch (asked.filter().holder()) {
            case Holder.Anybody() -> {}
            case Holder.Nobody() -> text.append(NOBODYS);
            case Holder.Myself() -> {
                text.append(" AND a.officer = :holder");
                values.put("holder", asked.asker());
            }
            case Holder.Colleague(var officer) -> {
                text.append(" AND a.officer = :holder");
                values.put("holder", officer);
            }
        }
    }

    private static void place(StringBuilder text, Map<String, Object> values, DivisionCode place) {
        if (place.isPrefecture() && !place.isProvince()) {
            text.append(" AND d.place BETWEEN :first AND :last");
            values.put("first", place.value());
            values.put("last", place.value().substring(0, 4) + "99");
        } else {
            text.append(" AND d.place = :place");
            values.put("place", place.value());
        }
    }

    private static void and(
            StringBuilder text,
            Map<String, Object> values,
            String condition,
            String name,
            Optional<?> value) {
        value.ifPresent(
                one -> {
                    text.append(condition);
                    values.put(name, one);
                });
    }

    private static ListRow row(ResultSet row) throws SQLException {
        return new ListRow(
                new DeclarationId(row.getObject("id", UUID.class)),
                row.getString("receipt"),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                row.getString("qualification"),
                DeclaredGround.valueOf(row.getString("ground")),
                new DivisionCode(row.getString("place")),
                Stage.valueOf(row.getString("stage")),
                moment(row, "arrived_at").orElseThrow(),
                moment(row, "stage_since").orElseThrow(),
                row.getObject("typed_by") != null,
                moment(row, "mend_until"),
                Optional.ofNullable(row.getObject("holder", UUID.class)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}

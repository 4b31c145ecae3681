package cutscore.server.area;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of the law book in the schema {@code area}: documents, line areas, aliases. */
@Component
final class AreaTable {
    private final JdbcClient sql;
    private final JdbcOperations rows;

    AreaTable(JdbcOperations rows) {
        this.rows = rows;
        this.sql = JdbcClient.create(rows);
    }

    /** One line area on its way in. */
    record Fresh(DivisionCode division, Words ground, String clause, Period inForce) {}

    void insert(UUID id, Optional<String> key, Designation.Document said, Instant at, long index) {
        sql.sql(
                        """
                        INSERT INTO area.document
                            (id, key, title, authority, numbers, dated, circular, recorded_at,
                             ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(key.orElse(null))
                .param(said.title())
                .param(said.authority())
                .param(said.numbers().toArray(new String[0]))
                .param(said.dated().orElse(null))
                .param(said.circular().map(CircularId::value).orElse(null))
                .param(at.atOffset(UTC))
                .param(index)
                .update();
    }

    void insert(UUID document, Collection<Fresh> areas, String confidence, Instant at) {
        rows.batchUpdate(
                """
                INSERT INTO area.line_area
                    (division, ground_zh, ground_en, clause, in_force_from, in_force_to, recorded_at,
                     document, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                areas.stream()
                        .map(
                                a ->
                                        new Object[] {
                                            a.division().value(),
                                            a.ground().zh(),
                                            a.ground().en(),
                                            a.clause(),
                                            a.inForce().from(),
                                            a.inForce().to(),
                                            at.atOffset(UTC),
                                            document,
                                            confidence
                                        })
                        .toList());
    }

    void insertAlias(UUID document, String written, DivisionCode division) {
        sql.sql("INSERT INTO area.alias (document, written, division) VALUES (?, ?, ?)")
                .params(document, written, division.value())
                .update();
    }

    /**
     * Holds the county's open-ended facts no longer, and the same facts with a last day instead.
     */
    int end(DivisionCode county, LocalDate lastDay, UUID because, Instant at) {
        return sql.sql(
                        """
                        WITH gone AS (
                            INSERT INTO area.superseded (line_area, superseded_at, document)
                            SELECT l.id, :at, :because
                            FROM area.line_area l LEFT JOIN area.superseded s ON s.line_area = l.id
                            WHERE l.division = :county AND s.line_area IS NULL
                              AND l.in_force_from <= :lastDay
                              AND (l.in_force_to IS NULL OR l.in_force_to > :lastDay)
                            RETURNING line_area)
                        INSERT INTO area.line_area
                            (division, ground_zh, ground_en, clause, in_force_from, in_force_to,
                             recorded_at, document, confidence)
                        SELECT l.division, l.ground_zh, l.ground_en, l.clause, l.in_force_from,
                               :lastDay, :at, l.document, l.confidence
                        FROM area.line_area l JOIN gone g ON g.line_area = l.id
                        """)
                .param("county", county.value())
                .param("lastDay", lastDay)
                .param("because", because)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean isRecorded(String key) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM area.document WHERE key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** One recording at a time, to the end of the transaction. */
    void lock() {
        sql.sql("LOCK TABLE area.document IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Grows with everything that is added. */
    long version() {
        return sql.sql(
                        """
                        SELECT coalesce((SELECT max(id) FROM area.line_area), 0)
                             + (SELECT count(*) FROM area.superseded)
                             + (SELECT count(*) FROM area.document)
                        """)
                .query(Long.class)
                .single();
    }

    Book read(long version) {
        var documents = documents();
        var areas =
                sql.sql(
                                """
                                SELECT l.division, l.ground_zh, l.ground_en, l.clause,
                                       l.in_force_from, l.in_force_to, l.recorded_at, l.document,
                                       l.confidence, s.superseded_at
                                FROM area.line_area l
                                LEFT JOIN area.superseded s ON s.line_area = l.id
                                ORDER BY l.division, l.id
                                """)
                        .query((row, _) -> lineArea(row, documents))
                        .list();
        var aliases =
                sql
                        .sql("SELECT DISTINCT written, division FROM area.alias ORDER BY 1, 2")
                        .query(
                                (row, _) ->
                                        Map.entry(
                                                row.getString("written"),
                                                new DivisionCode(row.getString("division"))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return Book.of(version, areas, new Aliases(aliases));
    }

    private Map<UUID, Designation.Document> documents() {
        return sql
                .sql("SELECT id, title, authority, numbers, dated, circular FROM area.document")
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), document(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Designation.Document document(ResultSet row) throws SQLException {
        return new Designation.Document(
                row.getString("title"),
                row.getString("authority"),
                List.of((String[]) row.getArray("numbers").getArray()),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                Optional.ofNullable(row.getObject("circular", UUID.class)).map(CircularId::new));
    }

    private static LineArea lineArea(ResultSet row, Map<UUID, Designation.Document> documents)
            throws SQLException {
        var document = row.getObject("document", UUID.class);
        var said = documents.get(document);
        if (said == null) {
            throw new IllegalStateException("a line area without its document: " + document);
        }
        var superseded = row.getObject("superseded_at", OffsetDateTime.class);
        return new LineArea(
                new DivisionCode(row.getString("division")),
                document,
                new Designation(
                        new Words(row.getString("ground_zh"), row.getString("ground_en")),
                        said,
                        row.getString("clause"),
                        new Period(
                                row.getObject("in_force_from", LocalDate.class),
                                row.getObject("in_force_to", LocalDate.class)),
                        row.getString("confidence")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                superseded == null ? null : superseded.toInstant());
    }
}

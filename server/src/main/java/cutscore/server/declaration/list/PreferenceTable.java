package cutscore.server.declaration.list;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What an officer keeps for his list, in the schema {@code declaration}. */
@Component
final class PreferenceTable {
    /** As many views as one officer may keep. */
    static final int VIEWS = 20;

    private static final Set<ListColumn> FIRST =
            EnumSet.of(
                    ListColumn.QUALIFICATION,
                    ListColumn.GROUND,
                    ListColumn.PLACE,
                    ListColumn.ARRIVED,
                    ListColumn.DUE);

    private final JdbcClient sql;

    PreferenceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The officer's columns, or those everybody begins with. */
    Set<ListColumn> columns(UUID officer) {
        var kept =
                sql.sql("SELECT unnest(columns) FROM declaration.list_columns WHERE officer = ?")
                        .param(officer)
                        .query(String.class)
                        .list();
        return kept.isEmpty() ? FIRST : read(kept);
    }

    /** Keeps them; none chosen is what everybody begins with. */
    void keep(UUID officer, Set<ListColumn> columns) {
        sql.sql(
                        """
                        INSERT INTO declaration.list_columns (officer, columns) VALUES (?, ?)
                        ON CONFLICT (officer) DO UPDATE SET columns = excluded.columns
                        """)
                .param(officer)
                .param(new SqlArrayValue("text", columns.stream().map(Enum::name).toArray()))
                .update();
    }

    static Set<ListColumn> read(List<String> names) {
        var columns = EnumSet.noneOf(ListColumn.class);
        Arrays.stream(ListColumn.values())
                .filter(column -> names.contains(column.name()))
                .forEach(columns::add);
        return columns;
    }

    /** In the order they were saved first. */
    List<SavedView> views(UUID officer) {
        return sql.sql(
                        """
                        SELECT id, name, filter FROM declaration.saved_view
                        WHERE officer = ? ORDER BY place
                        """)
                .param(officer)
                .query(
                        (row, _) ->
                                new SavedView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("filter")))
                .list();
    }

    /**
     * Saves a view in the first free place; one of that name is replaced.
     *
     * @return false when all places are taken
     */
    boolean save(UUID officer, SavedView view, Instant at) {
        int replaced =
                sql.sql(
                                """
                                UPDATE declaration.saved_view SET filter = ?, saved_at = ?
                                WHERE officer = ? AND name = ?
                                """)
                        .params(view.filter(), at.atOffset(UTC), officer, view.name())
                        .update();
        return replaced == 1 || insert(officer, view, at);
    }

    private boolean insert(UUID officer, SavedView view, Instant at) {
        return freePlace(officer)
                .map(
                        place ->
                                sql.sql(
                                                        """
                                                        INSERT INTO declaration.saved_view
                                                            (id, officer, place, name, filter,
                                                             saved_at)
                                                        VALUES (?, ?, ?, ?, ?, ?)
                                                        ON CONFLICT DO NOTHING
                                                        """)
                                                .param(view.id())
                                                .param(officer)
                                                .param(place)
                                                .param(view.name())
                                                .param(view.filter())
                                                .param(at.atOffset(UTC))
                                                .update()
                                        == 1)
                .orElse(false);
    }

    private Optional<Integer> freePlace(UUID officer) {
        return sql.sql(
                        """
                        SELECT min(n) FROM generate_series(1, ?) AS n
                        WHERE n NOT IN (SELECT place FROM declaration.saved_view WHERE officer = ?)
                        """)
                .params(VIEWS, officer)
                .query(Integer.class)
                .optional();
    }

    void remove(UUID officer, UUID view) {
        sql.sql("DELETE FROM declaration.saved_view WHERE officer = ? AND id = ?")
                .params(officer, view)
                .update();
    }
}

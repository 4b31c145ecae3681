package cutscore.bench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * DuckDB, asked for the same counts in the form that was fastest for it in trials: columns named
 * and typed beforehand, no guessing, no order kept, marks cast leniently, and the group's level and
 * number of subjects looked up by us afterwards instead of joined. It validates nothing.
 */
final class DuckDb implements AutoCloseable {
    private static final String OF_THREE_SUBJECTS =
            Qualifications.builtIn().all().stream()
                    .filter(q -> q.subjects().size() == 3)
                    .map(q -> quoted(q.name()))
                    .collect(Collectors.joining(","));

    private final Connection connection;
    private final Map<String, Qualification> qualifications =
            Qualifications.builtIn().all().stream()
                    .collect(Collectors.toMap(Qualification::name, Function.identity()));

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database in memory.
     *
     * @param spill where it may put what memory does not hold
     */
    static DuckDb open(Path spill, Collection<DivisionCode> areas) throws IOException {
        try {
            var duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
            duck.execute("SET threads = 2");
            duck.execute("SET memory_limit = '4GB'");
            duck.execute("SET temp_directory = " + quoted(spill.toString()));
            duck.execute("SET preserve_insertion_order = false");
            duck.execute("CREATE TABLE areas(code INTEGER)");
            for (DivisionCode code : areas) {
                duck.execute("INSERT INTO areas VALUES (" + Integer.parseInt(code.value()) + ")");
            }
            return duck;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** A roster of the generator's ten columns, as a table expression. */
    static String csv(Path roster) {
        return "read_csv("
                + quoted(roster.toString())
                + ", header=true, auto_detect=false, delim=',', quote='\"', columns={"
                + "'admission_number':'VARCHAR','division_code':'INTEGER',"
                + "'qualification':'VARCHAR','subject_1':'VARCHAR','subject_2':'VARCHAR',"
                + "'subject_3':'VARCHAR','standing':'VARCHAR','identity_type':'VARCHAR',"
                + "'identity_number':'VARCHAR','name':'VARCHAR'})";
    }

    static String parquet(Path file) {
        return "read_parquet(" + quoted(file.toString()) + ")";
    }

    /** Loads the roster, marks as numbers, into a table of that name. */
    void load(Path roster, String table) throws IOException {
        execute("CREATE OR REPLACE TABLE " + table + " AS " + loading(roster));
    }

    void writeParquet(Path roster, Path to) throws IOException {
        execute("COPY (" + loading(roster) + ") TO " + quoted(to.toString()) + " (FORMAT parquet)");
    }

    private static String loading(Path roster) {
        return """
        SELECT admission_number, division_code, qualification, standing,
               %s AS a, %s AS b, %s AS c, qualification IN (%s) AS three
        FROM %s
        """
                .formatted(
                        half("subject_1"),
                        half("subject_2"),
                        half("subject_3"),
                        OF_THREE_SUBJECTS,
                        csv(roster));
    }

    private static String half(String subject) {
        return "CASE WHEN "
                + subject
                + " = '违纪' THEN -1::SMALLINT ELSE CAST(2 * TRY_CAST("
                + subject
                + " AS FLOAT) AS SMALLINT) END";
    }

    /** The answer from a CSV. */
    String answerFromCsv(Path roster) throws IOException {
        return answer(countsOfText(csv(roster)));
    }

    private static String countsOfText(String from) {
        return """
        SELECT qualification, inside,
               CASE WHEN a IS NULL OR b IS NULL THEN -1
                    ELSE CAST(2 * least(a, b, coalesce(c, b)) AS INTEGER) END AS lowest,
               c IS NULL AS two, count(*) AS people
        FROM (SELECT qualification,
                     division_code IN (SELECT code FROM areas) AS inside,
                     TRY_CAST(subject_1 AS FLOAT) AS a,
                     TRY_CAST(subject_2 AS FLOAT) AS b,
                     TRY_CAST(subject_3 AS FLOAT) AS c
              FROM %s
              WHERE standing IS NULL
                AND (subject_1 IS NOT NULL OR subject_2 IS NOT NULL OR subject_3 IS NOT NULL))
        GROUP BY ALL
        """
                .formatted(from);
    }

    /** The answer from a loaded table or a Parquet file of the same columns. */
    String answerFromLoaded(String table) throws IOException {
        return answer(countsOfNumbers(table));
    }

    /** Of what is loaded already: marks are numbers, a voided subject is -1. */
    private static String countsOfNumbers(String from) {
        return """
        SELECT qualification, inside,
               CASE WHEN a IS NULL OR b IS NULL THEN -1
                    ELSE least(a, b, coalesce(c, b)) END AS lowest,
               c IS NULL AS two, count(*) AS people
        FROM (SELECT qualification, division_code IN (SELECT code FROM areas) AS inside,
                     a, b, c
              FROM %s
              WHERE standing IS NULL AND (a IS NOT NULL OR b IS NOT NULL OR c IS NOT NULL))
        GROUP BY ALL
        """
                .formatted(from);
    }

    /**
     * One drag of the line: who of the pool passes at a mark, county by county, as {@code
     * code:people:passed} in code order.
     *
     * @param everybody whether everybody is in the pool, or only the areas' people
     */
    String drag(String table, int half, boolean everybody) throws IOException {
        String query =
                """
                SELECT division_code, count(*),
                       count(*) FILTER (a >= %d AND b >= %d AND (c >= %d OR (c IS NULL AND NOT three)))
                FROM %s
                WHERE standing IS NULL AND (a IS NOT NULL OR b IS NOT NULL OR c IS NOT NULL)
                  AND (%b OR division_code IN (SELECT code FROM areas))
                GROUP BY division_code ORDER BY division_code
                """
                        .formatted(half, half, half, table, everybody);
        var counties = new StringBuilder();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                counties.append(result.getInt(1)).append(':').append(result.getLong(2));
                counties.append(':').append(result.getLong(3)).append(' ');
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return counties.toString();
    }

    /** Whether the numbers of a loaded table are all different. */
    boolean numbersUnique(String table) throws IOException {
        String query = "SELECT count(DISTINCT admission_number) = count(*) FROM " + table;
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private String answer(String query) throws IOException {
        var tally = new Tally();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                add(result, tally);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return tally.answer();
    }

    private void add(ResultSet row, Tally tally) throws SQLException {
        var qualification = qualifications.get(row.getString(1));
        if (qualification == null) {
            throw new IllegalStateException("no such qualification: " + row.getString(1));
        }
        boolean missing = row.getBoolean(4) && qualification.subjects().size() == 3;
        int lowest = missing ? -1 : row.getInt(3);
        tally.add(qualification.level().name(), row.getBoolean(2), lowest, row.getLong(5));
    }

    private void execute(String sql) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

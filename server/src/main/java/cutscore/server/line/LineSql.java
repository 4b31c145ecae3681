package cutscore.server.line;

import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The second engine's statements, from temporary tables filled by COPY to the keys in JSON. Whoever
 * calls has a transaction open, in which alone the tables live.
 *
 * @param tables makes them empty
 * @param counting from the rows to the lines, in order
 * @param answer the query that writes the keys
 */
record LineSql(String tables, List<String> counting, String answer) {
    static final LineSql OURS =
            new LineSql(
                    sql("1-tables"),
                    List.of(sql("2-counts"), sql("3-passed"), sql("4-lines")),
                    sql("5-answer"));

    /** The same with other words in the statements that count: for planting an error. */
    LineSql with(UnaryOperator<String> change) {
        return new LineSql(tables, counting.stream().map(change).toList(), answer);
    }

    /** The keys of each roster, in order; nothing where its subjects do not fit the shape. */
    List<Optional<Json.Arr>> each(Connection connection, List<SecondEngine.Given> rosters)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(tables);
            fill(connection.unwrap(PGConnection.class).getCopyAPI(), rosters);
            for (String step : counting) {
                statement.execute(step);
            }
        }
        return answers(connection, rosters.size());
    }

    private List<Optional<Json.Arr>> answers(Connection connection, int rosters)
            throws SQLException {
        List<List<Json>> keys = new ArrayList<>();
        for (int i = 0; i < rosters; i++) {
            keys.add(new ArrayList<>());
        }
        var refused = new boolean[rosters];
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(answer)) {
            while (row.next()) {
                int roster = row.getInt("roster");
                String written = row.getString("written");
                if (written == null) {
                    refused[roster] = true;
                } else {
                    keys.get(roster).add(Json.parse(written));
                }
            }
        }
        List<Optional<Json.Arr>> answers = new ArrayList<>();
        for (int i = 0; i < rosters; i++) {
            answers.add(refused[i] ? Optional.empty() : Optional.of(new Json.Arr(keys.get(i))));
        }
        return answers;
    }

    private static void fill(CopyManager copy, List<SecondEngine.Given> rosters) {
        var settings = new CopyLines(copy, "pg_temp.setting");
        var areas = new CopyLines(copy, "pg_temp.line_area");
        var order = new CopyLines(copy, "pg_temp.exam_order");
        var examinees = new CopyLines(copy, "pg_temp.examinee");
        for (int i = 0; i < rosters.size(); i++) {
            int roster = i;
            var given = rosters.get(i);
            setting(settings.number(roster), given.rule());
            var exam = given.exam().all();
            for (int place = 0; place < exam.size(); place++) {
                order.number(roster).text(exam.get(place).name()).number(place).end();
            }
            given.areas().forEach(code -> areas.number(roster).text(code.value()).end());
            given.roster().accept(one -> examinee(examinees.number(roster), one, given.declared()));
        }
        settings.send();
        areas.send();
        order.send();
        examinees.send();
    }

    private static void setting(CopyLines row, LineRule rule) {
        row.text(rule.session().value())
                .text(rule.key().word())
                .text(rule.shape().word())
                .number(rule.national().halfPoints())
                .number(rule.grid().step().halfPoints())
                .number(rule.grid().lowest().halfPoints());
        if (rule.shape() instanceof Shape.TotalAndFloor(var floor)) {
            row.number(floor.halfPoints());
        } else {
            row.nothing();
        }
        row.text(rule.sat().word()).text(rule.pool().word()).end();
    }

    private static void examinee(CopyLines row, Examinee one, Predicate<String> declared) {
        row.text(one.division().value())
                .text(one.qualification().name())
                .text(one.qualification().level().name())
                .number(one.qualification().fullMark().halfPoints())
                .number(one.scores().size());
        for (int i = 0; i < 3; i++) {
            mark(row, i < one.scores().size() ? one.scores().get(i) : new SubjectScore.Absent());
        }
        row.truth(one.voided()).truth(declared.test(one.admissionNumber())).end();
    }

    private static void mark(CopyLines row, SubjectScore score) {
        switch (score) {
            case SubjectScore.Marked(var mark) -> row.number(mark.halfPoints());
            case SubjectScore.Voided _ -> row.number(-1);
            case SubjectScore.Absent _ -> row.nothing();
        }
    }

    private static String sql(String step) {
        try (InputStream in = LineSql.class.getResourceAsStream(step + ".sql")) {
            return new String(
                    Objects.requireNonNull(in, step).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cutscore.server.roster;

import cutscore.kernel.Words;
import cutscore.server.roster.RosterUpload.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the good rows of a trial against another roster; a table of the transaction's own. */
@Component
class TrialTable {
    /** Goes with the transaction. */
    static final String ROWS = "pg_temp.trial_rows";

    private static final int SHOWN = 20;
    private static final String BOTH =
            " FROM "
                    + ROWS
                    + " d FULL JOIN (SELECT * FROM roster.entry WHERE roster = :other) e"
                    + " ON d.admission_number = e.admission_number";
    private static final String DIFFERS =
            "(d.division, d.qualification, d.mark_1, d.mark_2, d.mark_3, d.voided, d.given_name)"
                    + " IS DISTINCT FROM"
                    + " (e.division, e.qualification, e.mark_1, e.mark_2, e.mark_3, e.voided,"
                    + " e.given_name)";
    private static final String TWICE =
            "SELECT min(admission_number) AS a, max(admission_number) AS b FROM "
                    + ROWS
                    + " GROUP BY person HAVING count(*) > 1";

    private final JdbcClient sql;

    TrialTable(JdbcClient sql) {
        this.sql = sql;
    }

    void open() {
        sql.sql("CREATE TEMP TABLE trial_rows (LIKE roster.entry) ON COMMIT DROP").update();
    }

    /**
     * @param other which roster; without one everything is fresh
     */
    Trial compare(Optional<RosterId> other, long rows, long faults, long takenBefore) {
        sql.sql("ANALYZE " + ROWS).update();
        long doubled = sql.sql("SELECT count(*) FROM (" + TWICE + ") t").query(Long.class).single();
        return sql.sql(
                        "SELECT count(*) FILTER (WHERE e.roster IS NULL) AS fresh,"
                                + " count(*) FILTER (WHERE d.roster IS NULL) AS gone,"
                                + " count(*) FILTER (WHERE d.person <> e.person) AS other,"
                                + " count(*) FILTER (WHERE d.person = e.person AND "
                                + DIFFERS
                                + ") AS changed,"
                                + " count(*) FILTER (WHERE d.person = e.person AND NOT "
                                + DIFFERS
                                + ") AS same"
                                + BOTH)
                .param("other", other.map(RosterId::value).orElse(null), java.sql.Types.OTHER)
                .query(
                        (row, _) ->
                                new Trial(
                                        rows,
                                        faults,
                                        takenBefore,
                                        row.getLong("fresh"),
                                        row.getLong("changed"),
                                        row.getLong("same"),
                                        row.getLong("gone"),
                                        row.getLong("other") + doubled,
                                        other))
                .single();
    }

    /**
     * The first of what differs: admission numbers and names of columns, never what stood there.
     */
    List<Finding> differences(Optional<RosterId> other) {
        var found = new ArrayList<Finding>();
        sql.sql(TWICE + " ORDER BY 1 LIMIT " + SHOWN)
                .query((row, _) -> twice(row.getString("a"), row.getString("b")))
                .list()
                .forEach(found::add);
        if (other.isEmpty()) {
            return found;
        }
        found.addAll(select("d.person <> e.person", other.get(), Finding.Kind.CONFLICT));
        found.addAll(
                select("d.person = e.person AND " + DIFFERS, other.get(), Finding.Kind.CHANGED));
        found.addAll(select("d.roster IS NULL", other.get(), Finding.Kind.GONE));
        return found;
    }

    private static Finding twice(String one, String another) {
        return new Finding(
                Finding.Kind.CONFLICT,
                one,
                new Words("与 " + another + " 是同一个证件号码", "has the identity number of " + another),
                new Words("核对是否同一人报了两次", "see whether one person is there twice"));
    }

    private List<Finding> select(String where, RosterId other, Finding.Kind kind) {
        return sql.sql(
                        "SELECT coalesce(d.admission_number, e.admission_number) AS number,"
                                + " concat_ws(',',"
                                + different("division")
                                + different("qualification")
                                + different("mark_1")
                                + different("mark_2")
                                + different("mark_3")
                                + different("voided")
                                + "CASE WHEN d.given_name IS DISTINCT FROM e.given_name"
                                + " THEN 'given_name' END) AS what"
                                + BOTH
                                + " WHERE "
                                + where
                                + " ORDER BY 1 LIMIT "
                                + SHOWN)
                .param("other", other.value())
                .query((row, _) -> finding(kind, row.getString("number"), row.getString("what")))
                .list();
    }

    private static String different(String column) {
        return "CASE WHEN d."
                + column
                + " IS DISTINCT FROM e."
                + column
                + " THEN '"
                + column
                + "' END, ";
    }

    private static Finding finding(Finding.Kind kind, String number, String columns) {
        var nothing = new Words("", "");
        return switch (kind) {
            case CONFLICT ->
                    new Finding(
                            kind,
                            number,
                            new Words(
                                    "原名册上这个准考证号是另一个人（证件号码不同）",
                                    "this number was somebody else's on the other roster"),
                            new Words("核对证件号码和准考证号", "check both numbers"));
            case GONE ->
                    new Finding(kind, number, new Words("新文件里没有", "not in the new file"), nothing);
            default ->
                    new Finding(
                            kind,
                            number,
                            new Words(
                                    "不同：" + names(columns, true),
                                    "differs: " + names(columns, false)),
                            nothing);
        };
    }

    private static String names(String columns, boolean chinese) {
        return Arrays.stream(columns.split(","))
                .map(column -> chinese ? chinese(column) : column.replace('_', ' '))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static String chinese(String column) {
        return switch (column) {
            case "division" -> "报名地";
            case "qualification" -> "资格";
            case "mark_1" -> "科目一";
            case "mark_2" -> "科目二";
            case "mark_3" -> "科目三";
            case "voided" -> "考试状态";
            default -> "姓名";
        };
    }
}

package cutscore.server.access;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much officers looked at, in the schema {@code access}. */
@Component
class LookTable {
    /** How far back looking is judged. */
    static final int DAYS = 30;

    private final JdbcClient sql;

    LookTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * An officer's day so far.
     *
     * @param lifts how often the day's budgets were granted once more
     */
    record Spent(int people, int identities, int lifts) {}

    /** One officer's looks are counted one after the other, until the transaction ends. */
    void lock(UUID officer) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('look'), hashtext(?))")
                .param(officer.toString())
                .query((row, _) -> 0)
                .list();
    }

    Spent spent(UUID officer, LocalDate day) {
        return sql.sql(
                        """
                        SELECT coalesce(max(people), 0) AS people,
                               coalesce(max(identities), 0) AS identities,
                               (SELECT count(*) FROM access.look_lift l
                                 WHERE l.officer = :officer AND l.day = :day) AS lifts
                          FROM access.look_day WHERE officer = :officer AND day = :day
                        """)
                .param("officer", officer)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Spent(
                                        row.getInt("people"),
                                        row.getInt("identities"),
                                        row.getInt("lifts")))
                .single();
    }

    boolean isSeen(UUID officer, LocalDate day, SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.look_person
                                        WHERE officer = ? AND day = ? AND session = ?
                                          AND admission_number = ?)
                        """)
                .params(officer, day, session.value(), admissionNumber)
                .query(Boolean.class)
                .single();
    }

    void see(UUID officer, LocalDate day, SessionId session, String admissionNumber) {
        sql.sql(
                        """
                        INSERT INTO access.look_person (officer, day, session, admission_number)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(officer, day, session.value(), admissionNumber)
                .update();
    }

    void count(UUID officer, LocalDate day, int people, int identities, int refused) {
        sql.sql(
                        """
                        INSERT INTO access.look_day AS d (officer, day, people, identities, refused)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (officer, day) DO UPDATE
                           SET people = d.people + excluded.people,
                               identities = d.identities + excluded.identities,
                               refused = d.refused + excluded.refused
                        """)
                .params(officer, day, people, identities, refused)
                .update();
    }

    /** Told once a day; whether it was told now. */
    boolean alarm(LookAlarm alarm, LocalDate day) {
        return sql.sql(
                                """
                                INSERT INTO access.look_alarm
                                    (officer, kind, day, figure, bound, at)
                                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(
                                alarm.officer(),
                                alarm.kind().name(),
                                day,
                                alarm.figure(),
                                alarm.bound(),
                                alarm.at().atOffset(UTC))
                        .update()
                > 0;
    }

    /**
     * How many people on an ordinary day of the last thirty; empty with fewer than five of them.
     */
    Optional<Integer> median(UUID officer, LocalDate day) {
        return sql.sql(
                        """
                        SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY people)
                          FROM access.look_day
                         WHERE officer = :officer AND day < :day AND day >= :from AND people > 0
                        HAVING count(*) >= 5
                        """)
                .param("officer", officer)
                .param("day", day)
                .param("from", day.minusDays(DAYS))
                .query(Integer.class)
                .optional();
    }

    /** Of the last thirty days with this one, each day's people added up. */
    int lately(UUID officer, LocalDate day) {
        return sql.sql(
                        """
                        SELECT coalesce(sum(people), 0) FROM access.look_day
                         WHERE officer = ? AND day > ?
                        """)
                .params(officer, day.minusDays(DAYS))
                .query(Integer.class)
                .single();
    }

    /** Who they were. */
    Map<SessionId, Set<String>> people(UUID officer, LocalDate day) {
        var people = new LinkedHashMap<SessionId, Set<String>>();
        sql.sql(
                        """
                        SELECT DISTINCT session, admission_number FROM access.look_person
                         WHERE officer = ? AND day > ?
                        """)
                .params(officer, day.minusDays(DAYS))
                .query(
                        (row, _) ->
                                Map.entry(
                                        new SessionId(row.getString("session")),
                                        row.getString("admission_number")))
                .list()
                .forEach(
                        one ->
                                people.computeIfAbsent(one.getKey(), _ -> new LinkedHashSet<>())
                                        .add(one.getValue()));
        return people;
    }

    void lift(UUID officer, LocalDate day, Officer by, String reason, Instant at, long act) {
        sql.sql(
                        """
                        INSERT INTO access.look_lift
                            (officer, day, lifted_by, reason, at, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(officer, day, by.id(), reason, at.atOffset(UTC), act)
                .update();
    }

    List<LookAlarm> alarms() {
        return sql.sql(
                        """
                        SELECT officer, kind, figure, bound, at FROM access.look_alarm
                         ORDER BY at DESC, id DESC LIMIT 100
                        """)
                .query(
                        (row, _) ->
                                new LookAlarm(
                                        row.getObject("officer", UUID.class),
                                        LookAlarm.Kind.valueOf(row.getString("kind")),
                                        row.getInt("figure"),
                                        row.getInt("bound"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * An officer's looks, for the administrators: no person.
     *
     * @param usual the median of the days with looks among the last thirty
     * @param month people of the last thirty days, each day's added up
     */
    record Line(
            UUID officer,
            String name,
            Optional<DivisionCode> province,
            int people,
            int identities,
            int refused,
            int usual,
            int month,
            int lifts) {}

    /** Who looked in the last thirty days, who looked most today first. */
    List<Line> lines(LocalDate day) {
        return sql.sql(
                        """
                        SELECT o.id, o.display_name, o.province,
                               sum(d.people) FILTER (WHERE d.day = :day) AS people,
                               sum(d.identities) FILTER (WHERE d.day = :day) AS identities,
                               sum(d.refused) FILTER (WHERE d.day = :day) AS refused,
                               percentile_disc(0.5) WITHIN GROUP (ORDER BY d.people) AS usual,
                               sum(d.people) AS month,
                               (SELECT count(*) FROM access.look_lift l
                                 WHERE l.officer = o.id AND l.day = :day) AS lifts
                          FROM access.look_day d JOIN access.officer o ON o.id = d.officer
                         WHERE d.day > :from AND d.day <= :day
                         GROUP BY o.id, o.display_name, o.province
                         ORDER BY people DESC NULLS LAST, month DESC, o.id LIMIT 500
                        """)
                .param("day", day)
                .param("from", day.minusDays(DAYS))
                .query(
                        (row, _) ->
                                new Line(
                                        row.getObject("id", UUID.class),
                                        row.getString("display_name"),
                                        Optional.ofNullable(row.getString("province"))
                                                .map(DivisionCode::new),
                                        row.getInt("people"),
                                        row.getInt("identities"),
                                        row.getInt("refused"),
                                        row.getInt("usual"),
                                        row.getInt("month"),
                                        row.getInt("lifts")))
                .list();
    }
}

package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the bench keeps beside the declarations: piles, doubts, recusals. */
@Component
final class BenchTable {
    private static final HexFormat HEX = HexFormat.of();

    /** A case that is being decided, or that this officer may not decide, is in no pile of his. */
    private static final String OPEN_TO_ME =
            """
             AND d.typed_by IS DISTINCT FROM :me
             AND NOT EXISTS (SELECT FROM declaration.counter_case c
                             WHERE c.declaration = d.id AND c.officer = :me)
             AND NOT EXISTS (SELECT FROM declaration.held_decision h
                             WHERE h.declaration = d.id AND h.failed IS NULL)
             AND NOT EXISTS (SELECT FROM declaration.recusal r
                             WHERE r.officer = :me AND r.person = d.person)
            """;

    private static final String NOT_DECIDED_BY_ME =
            """
             AND NOT EXISTS (SELECT FROM declaration.step s
                             WHERE s.officer = :me AND s.declaration = d.id
                               AND s.step IN ('APPROVE', 'REJECT'))
            """;

    /** Given to a colleague, unless he is barred from it himself. */
    private static final String MINE_OR_NOBODYS =
            """
             AND NOT EXISTS (SELECT FROM declaration.assigned g
                 WHERE g.declaration = d.id AND g.officer <> :me
                   AND d.typed_by IS DISTINCT FROM g.officer
                   AND NOT EXISTS (SELECT FROM declaration.counter_case c
                                   WHERE c.declaration = d.id AND c.officer = g.officer)
                   AND NOT EXISTS (SELECT FROM declaration.step s
                                   WHERE s.officer = g.officer AND s.declaration = d.id
                                     AND s.step IN ('APPROVE', 'REJECT'))
                   AND NOT EXISTS (SELECT FROM declaration.recusal r
                                   WHERE r.officer = g.officer AND r.person = d.person))
            """;

    private final JdbcClient sql;

    BenchTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which declarations a pile holds; each condition names its index's columns. */
    private static String pile(Pile pile) {
        return switch (pile) {
            case WAITING ->
                    " d.stage = 'SUBMITTED'"
                            + OPEN_TO_ME
                            + NOT_DECIDED_BY_ME
                            + MINE_OR_NOBODYS
                            + " AND NOT EXISTS (SELECT FROM declaration.doubt o"
                            + " WHERE o.declaration = d.id AND o.settled_at IS NULL)";
            case DOUBTFUL ->
                    " d.stage = 'SUBMITTED'"
                            + OPEN_TO_ME
                            + NOT_DECIDED_BY_ME
                            + " AND EXISTS (SELECT FROM declaration.doubt o"
                            + " WHERE o.declaration = d.id AND o.settled_at IS NULL"
                            + " AND o.officer <> :me)";
            case APPEALS ->
                    " d.stage = 'SUBMITTED'"
                            + OPEN_TO_ME
                            + NOT_DECIDED_BY_ME
                            + " AND EXISTS (SELECT FROM declaration.appeal a"
                            + " WHERE a.declaration = d.id)";
            case SECOND_LOOKS ->
                    " d.stage = 'APPROVED'"
                            + OPEN_TO_ME
                            + " AND EXISTS (SELECT FROM declaration.second_look l"
                            + " WHERE l.declaration = d.id AND l.looked_at IS NULL"
                            + " AND l.approved_by <> :me)";
            case TO_REOPEN ->
                    " d.stage = 'APPROVED'"
                            + OPEN_TO_ME
                            + " AND EXISTS (SELECT FROM declaration.second_look l"
                            + " WHERE l.declaration = d.id AND l.confirmed = false"
                            + " AND l.step = (SELECT max(s.number) FROM declaration.step s"
                            + " WHERE s.declaration = d.id AND s.step = 'APPROVE'))";
        };
    }

    /**
     * The next cases of a pile, in the order of arrival; never the whole of it.
     *
     * @param from the case to begin behind; its own place is kept also when it left the pile
     * @param back whether to go towards the earlier ones
     */
    List<QueuedCase> next(
            SessionId session,
            DivisionCode province,
            Pile pile,
            UUID me,
            Optional<DeclarationId> from,
            boolean back,
            int limit) {
        String beyond =
                from.isEmpty()
                        ? ""
                        : " AND (d.arrived_at, d.id) "
                                + (back ? "<" : ">")
                                + " (SELECT f.arrived_at, f.id FROM declaration.declaration f"
                                + " WHERE f.id = :from AND f.province = :province)";
        String order = back ? " DESC" : "";
        return sql.sql(
                        "SELECT d.id, d.receipt, d.arrived_at FROM declaration.declaration d"
                                + " WHERE d.session = :session AND d.province = :province AND"
                                + pile(pile)
                                + beyond
                                + " ORDER BY d.arrived_at"
                                + order
                                + ", d.id"
                                + order
                                + " LIMIT :limit")
                .param("session", session.value())
                .param("province", province.value())
                .param("me", me)
                .param("from", from.map(DeclarationId::value).orElse(null))
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new QueuedCase(
                                        new DeclarationId(row.getObject("id", UUID.class)),
                                        row.getString("receipt"),
                                        row.getObject("arrived_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Whether the case lies in that pile for this officer. */
    boolean holds(DeclarationId id, Pile pile, UUID me) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM declaration.declaration d WHERE d.id = :id AND"
                                + pile(pile)
                                + ")")
                .param("id", id.value())
                .param("me", me)
                .query(Boolean.class)
                .single();
    }

    /** How many a pile has, counted no further than the limit. */
    int count(SessionId session, DivisionCode province, Pile pile, UUID me, int limit) {
        return sql.sql(
                        "SELECT count(*) FROM (SELECT FROM declaration.declaration d"
                                + " WHERE d.session = :session AND d.province = :province AND"
                                + pile(pile)
                                + " LIMIT :limit) AS few")
                .param("session", session.value())
                .param("province", province.value())
                .param("me", me)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Whether the officer ever typed it in at the counter, also when it was mended since. */
    boolean typed(UUID officer, DeclarationId declaration) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM declaration.counter_case"
                                + " WHERE officer = ? AND declaration = ?)")
                .params(officer, declaration.value())
                .query(Boolean.class)
                .single();
    }

    boolean recused(UUID officer, String person) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM declaration.recusal"
                                + " WHERE officer = ? AND person = ?)")
                .params(officer, HEX.parseHex(person))
                .query(Boolean.class)
                .single();
    }

    void recuse(UUID officer, String person, Instant at) {
        sql.sql(
                        "INSERT INTO declaration.recusal (officer, person, at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(officer, HEX.parseHex(person), at.atOffset(UTC))
                .update();
    }

    /** False when it lies in the doubtful pile already. */
    boolean doubt(UUID id, DeclarationId declaration, UUID officer, String note, Instant at) {
        return sql.sql(
                                """
                                INSERT INTO declaration.doubt (id, declaration, officer, note, at)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(id, declaration.value(), officer, note, at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Doubt> doubt(DeclarationId declaration) {
        return sql.sql(
                        """
                        SELECT id, officer, note, at FROM declaration.doubt
                        WHERE declaration = ? AND settled_at IS NULL
                        """)
                .param(declaration.value())
                .query(
                        (row, _) ->
                                new Doubt(
                                        row.getObject("id", UUID.class),
                                        row.getObject("officer", UUID.class),
                                        row.getString("note"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean settle(DeclarationId declaration, UUID by, Instant at) {
        return sql.sql(
                                """
                                UPDATE declaration.doubt SET settled_by = ?, settled_at = ?
                                WHERE declaration = ? AND settled_at IS NULL
                                """)
                        .params(by, at.atOffset(UTC), declaration.value())
                        .update()
                == 1;
    }

    /** How many decisions the officer recorded since that moment. */
    int decidedSince(UUID officer, Instant since) {
        return sql.sql(
                        """
                        SELECT count(*) FROM declaration.step
                        WHERE officer = ? AND at >= ? AND step IN ('APPROVE', 'RETURN', 'REJECT')
                        """)
                .params(officer, since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }
}

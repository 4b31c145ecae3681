package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions that can still be taken back, in the schema {@code declaration}. */
@Component
final class Holds {
    /** How long a decision can be taken back, in seconds of the database's clock. */
    static final int SECONDS = 10;

    private static final int AGAIN_SECONDS = 60;

    private static final String SELECT =
            """
            SELECT h.id, h.declaration, h.officer, h.duty, h.province, h.verdict, h.failed,
                   greatest(0, ceil(extract(epoch FROM h.due_at - clock_timestamp())))::int
                       AS seconds,
                   d.receipt
            FROM declaration.held_decision h JOIN declaration.declaration d ON d.id = h.declaration
            """;

    private final JdbcClient sql;

    Holds(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Holds it, in place of one that could not be recorded; false when the case is held already.
     */
    boolean hold(UUID id, DeclarationId declaration, Decision decision, Officer by) {
        return sql.sql(
                                """
                                INSERT INTO declaration.held_decision
                                    (id, declaration, officer, duty, province, verdict, held_at,
                                     due_at)
                                SELECT ?, ?, ?, ?, ?, ?::jsonb, now, now + make_interval(secs => ?)
                                FROM clock_timestamp() AS now
                                ON CONFLICT (declaration) DO UPDATE
                                SET id = excluded.id, officer = excluded.officer,
                                    duty = excluded.duty, province = excluded.province,
                                    verdict = excluded.verdict, held_at = excluded.held_at,
                                    due_at = excluded.due_at, failed = NULL
                                WHERE held_decision.failed IS NOT NULL
                                """)
                        .params(
                                id,
                                declaration.value(),
                                by.id(),
                                duty(by).name(),
                                by.province().orElseThrow().value(),
                                write(decision).canonical(),
                                SECONDS)
                        .update()
                == 1;
    }

    private static Role duty(Officer by) {
        return by.roles().contains(Role.REVIEW_LEAD) ? Role.REVIEW_LEAD : Role.REVIEWER;
    }

    /** Takes back what has not become an act; false when it has. */
    boolean takeBack(UUID id, Officer by) {
        return sql.sql("DELETE FROM declaration.held_decision WHERE id = ? AND officer = ?")
                        .params(id, by.id())
                        .update()
                == 1;
    }

    /** Takes back what he holds of a case, if anything. */
    void letGo(DeclarationId declaration, Officer by) {
        sql.sql("DELETE FROM declaration.held_decision WHERE declaration = ? AND officer = ?")
                .params(declaration.value(), by.id())
                .update();
    }

    /** One that is due, for this transaction alone; nobody waits for it. */
    Optional<Row> due() {
        return sql.sql(
                        SELECT
                                + " WHERE h.failed IS NULL AND h.due_at <= clock_timestamp()"
                                + " ORDER BY h.due_at LIMIT 1 FOR UPDATE OF h SKIP LOCKED")
                .query((row, _) -> row(row))
                .optional();
    }

    /** This one, for this transaction alone. */
    Optional<Row> mine(UUID id, Officer by) {
        return sql.sql(SELECT + " WHERE h.id = ? AND h.officer = ? FOR UPDATE OF h")
                .params(id, by.id())
                .query((row, _) -> row(row))
                .optional();
    }

    void done(UUID id) {
        sql.sql("DELETE FROM declaration.held_decision WHERE id = ?").param(id).update();
    }

    /** It cannot be recorded; kept until its officer has read why. */
    void failed(UUID id, ReviewOutcome.Why why) {
        sql.sql("UPDATE declaration.held_decision SET failed = ? WHERE id = ?")
                .params(why.number(), id)
                .update();
    }

    /** A fault of ours stood against it: it stays due, behind the others. */
    void postpone(UUID id) {
        sql.sql(
                        """
                        UPDATE declaration.held_decision
                        SET due_at = clock_timestamp() + make_interval(secs => ?) WHERE id = ?
                        """)
                .params(AGAIN_SECONDS, id)
                .update();
    }

    /** What an officer holds, the newest first. */
    List<HeldDecision> of(Officer by) {
        return sql
                .sql(SELECT + " WHERE h.officer = ? ORDER BY h.held_at DESC LIMIT 10")
                .param(by.id())
                .query((row, _) -> row(row))
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    /** One held decision as it stands. */
    record Row(
            UUID id,
            DeclarationId declaration,
            String receipt,
            Officer by,
            Decision decision,
            int seconds,
            Optional<ReviewOutcome.Why> failed) {
        HeldDecision view() {
            return new HeldDecision(id, declaration, receipt, decision.review(), seconds, failed);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        int failed = row.getInt("failed");
        return new Row(
                row.getObject("id", UUID.class),
                new DeclarationId(row.getObject("declaration", UUID.class)),
                row.getString("receipt"),
                new Officer(
                        row.getObject("officer", UUID.class),
                        "",
                        Set.of(Role.valueOf(row.getString("duty"))),
                        Optional.of(new DivisionCode(row.getString("province")))),
                read(Json.parseObject(row.getString("verdict"))),
                row.getInt("seconds"),
                ReviewOutcome.Why.of(failed));
    }

    private static Json.Obj write(Decision decision) {
        var review = decision.review();
        var json =
                Json.object()
                        .put("verdict", verdict(review))
                        .put("clause", review.clause())
                        .put("reason", review.reasonIfAny().orElse(""))
                        .put("library", decision.reason().orElse(null));
        if (review instanceof Review.Returned returned) {
            var items = new ArrayList<Json>();
            for (var one : returned.items()) {
                items.add(Json.object().put("item", one.item()).put("words", one.words()).build());
            }
            json.put("mendUntil", returned.mendUntil().atOffset(UTC).toString())
                    .put("items", new Json.Arr(items));
        }
        return json.build();
    }

    private static String verdict(Review review) {
        return switch (review) {
            case Review.Approved _ -> "APPROVE";
            case Review.Returned _ -> "RETURN";
            case Review.Rejected _ -> "REJECT";
        };
    }

    private static Decision read(Json.Obj json) {
        String clause = json.text("clause");
        String reason = json.text("reason");
        var review =
                switch (json.text("verdict")) {
                    case "APPROVE" -> new Review.Approved(clause);
                    case "REJECT" -> new Review.Rejected(reason, clause);
                    default ->
                            new Review.Returned(
                                    reason,
                                    clause,
                                    OffsetDateTime.parse(json.text("mendUntil")).toInstant(),
                                    items(json.get("items")));
                };
        return new Decision(review, json.textIfAny("library"));
    }

    private static List<ReturnItem> items(@Nullable Json items) {
        return items instanceof Json.Arr array
                ? array.items().stream()
                        .map(Json.Obj.class::cast)
                        .map(one -> new ReturnItem(one.text("item"), one.text("words")))
                        .toList()
                : List.of();
    }
}

package cutscore.server.voice;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.voice.Rating.Occasion;
import cutscore.server.voice.Rating.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people found the service: one word for each person and occasion, changed once at most. */
@Component
public class Ratings {
    private static final int SHOWN = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DONE = 300;
    private static final String SELECT =
            "SELECT id, occasion, word, reason, rated_at, changed_at, done FROM voice.rating";

    private final JdbcClient sql;
    private final Entropy entropy;
    private final InstantSource clock;

    Ratings(JdbcClient sql, Entropy entropy, InstantSource clock) {
        this.sql = sql;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Rates, or changes the word once; the same word again changes nothing, and a reason may follow
     * its word.
     *
     * @param province whose office the word is about
     * @param reason at most 500 signs; may be empty
     * @throws cutscore.kernel.Unreadable when it was changed before, or the reason is too long
     */
    @Transactional
    public Rating rate(
            SessionId session,
            String admissionNumber,
            DivisionCode province,
            Occasion occasion,
            Word word,
            String reason) {
        Corrections.require(
                reason.codePointCount(0, reason.length()) <= LONGEST_REASON,
                "RATING_REASON",
                "原因最多 500 个字",
                "the reason has 500 signs at most");
        boolean fresh = insert(session, admissionNumber, province, occasion, word, reason);
        var held = locked(session, admissionNumber, occasion);
        if (fresh) {
            return held;
        }
        boolean other = held.word() != word;
        Corrections.require(
                !other || !held.changed(),
                "RATING_CHANGED",
                "评价已经改过一次，不能再改",
                "the rating was changed once; that is as often as it can be");
        boolean more = !other && held.reason().isEmpty() && !reason.isEmpty();
        if (other || more) {
            change(held, word, reason, other);
        }
        return locked(session, admissionNumber, occasion);
    }

    private boolean insert(
            SessionId session,
            String admissionNumber,
            DivisionCode province,
            Occasion occasion,
            Word word,
            String reason) {
        return sql.sql(
                                """
                                INSERT INTO voice.rating
                                    (id, session, admission_number, occasion, province, word,
                                     reason, rated_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .param(entropy.id())
                        .param(session.value())
                        .param(admissionNumber)
                        .param(occasion.name())
                        .param(province.value())
                        .param(word.name())
                        .param(reason)
                        .param(clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    /** A word that is changed goes back into the queue. */
    private void change(Rating held, Word word, String reason, boolean other) {
        sql.sql(
                        """
                        UPDATE voice.rating
                        SET word = :word, reason = :reason,
                            changed_at = CASE WHEN :other THEN :now::timestamptz
                                              ELSE changed_at END,
                            done = CASE WHEN :other THEN NULL ELSE done END,
                            done_by = CASE WHEN :other THEN NULL ELSE done_by END,
                            done_at = CASE WHEN :other THEN NULL ELSE done_at END
                        WHERE id = :id
                        """)
                .param("word", word.name())
                .param("reason", reason)
                .param("other", other)
                .param("now", clock.instant().atOffset(UTC))
                .param("id", held.id())
                .update();
    }

    private Rating locked(SessionId session, String admissionNumber, Occasion occasion) {
        return sql.sql(
                        SELECT
                                + " WHERE session = ? AND admission_number = ? AND occasion = ?"
                                + " FOR UPDATE")
                .params(session.value(), admissionNumber, occasion.name())
                .query((row, _) -> row(row))
                .single();
    }

    /** The word of a sitting on an occasion. */
    public Optional<Rating> of(SessionId session, String admissionNumber, Occasion occasion) {
        return sql.sql(SELECT + " WHERE session = ? AND admission_number = ? AND occasion = ?")
                .params(session.value(), admissionNumber, occasion.name())
                .query((row, _) -> row(row))
                .optional();
    }

    /**
     * The bad words of a province that nobody has looked into yet, oldest first; without whose they
     * are.
     *
     * @param by a lead of that province
     */
    public List<Rating> queue(DivisionCode province, Officer by) {
        by.mustServe(Role.REVIEW_LEAD, province);
        return sql.sql(
                        SELECT
                                + " WHERE province = ? AND done IS NULL"
                                + " AND word IN ('POOR', 'VERY_POOR') ORDER BY rated_at LIMIT ?")
                .params(province.value(), SHOWN)
                .query((row, _) -> row(row))
                .list();
    }

    /** How often each word was said of a province on an occasion; every word is there. */
    public Map<Word, Long> counts(DivisionCode province, Occasion occasion) {
        var counts = new EnumMap<Word, Long>(Word.class);
        for (var word : Word.values()) {
            counts.put(word, 0L);
        }
        sql.sql(
                        """
                        SELECT word, count(*) AS n FROM voice.rating
                        WHERE province = ? AND occasion = ? GROUP BY word
                        """)
                .params(province.value(), occasion.name())
                .query((row, _) -> Map.entry(Word.valueOf(row.getString("word")), row.getLong("n")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * Takes a bad word out of the queue.
     *
     * @param done what was done about it, 1 to 300 signs; the person reads it
     * @param by a lead of that province
     * @throws cutscore.kernel.Unreadable when the text is missing, or it does not wait there
     */
    @Transactional
    public void done(UUID id, DivisionCode province, String done, Officer by) {
        by.mustServe(Role.REVIEW_LEAD, province);
        String text = done.strip();
        Corrections.require(
                !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_DONE,
                "RATING_DONE",
                "请写明怎么处理的，1 到 300 个字；评价的人会看到",
                "say what was done, in 1 to 300 signs; the person reads it");
        boolean waited =
                sql.sql(
                                        """
                                        UPDATE voice.rating SET done = ?, done_by = ?, done_at = ?
                                        WHERE id = ? AND province = ? AND done IS NULL
                                        """)
                                .params(text, by.id(), clock.instant().atOffset(UTC))
                                .param(id)
                                .param(province.value())
                                .update()
                        == 1;
        Corrections.require(
                waited, "RATING_NOT_WAITING", "这一条已经处理过", "this one was looked into before");
    }

    private static Rating row(ResultSet row) throws SQLException {
        return new Rating(
                row.getObject("id", UUID.class),
                Occasion.valueOf(row.getString("occasion")),
                Word.valueOf(row.getString("word")),
                row.getString("reason"),
                row.getObject("rated_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at") != null,
                Optional.ofNullable(row.getString("done")));
    }
}

package cutscore.server.notice;

import cutscore.server.access.Contact;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may be told, by which ways, and who wants no more. */
@Component
final class PersonTable {
    private final JdbcClient sql;
    private final Tokens tokens;

    PersonTable(JdbcClient sql, Tokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** What one chose for a kind and a channel. */
    record Choice(Kind kind, Contact.Channel channel, boolean wanted) {}

    /** That person; made when first told. */
    Person person(String person) {
        sql.sql(
                        """
                        INSERT INTO notice.person (person, feed_digest, stop_digest)
                        VALUES (?, ?, ?) ON CONFLICT (person) DO NOTHING
                        """)
                .params(
                        person,
                        Tokens.digest(tokens.feed(person, 0)),
                        Tokens.digest(tokens.stop(person)))
                .update();
        return find("person", person).orElseThrow();
    }

    Optional<Person> byFeed(String token) {
        return find("feed_digest", Tokens.digest(token));
    }

    Optional<Person> byStop(String token) {
        return find("stop_digest", Tokens.digest(token));
    }

    private Optional<Person> find(String column, String value) {
        return sql.sql(
                        """
                        SELECT person, generation, stopped_at IS NOT NULL AS stopped
                        FROM notice.person WHERE %s = ?
                        """
                                .formatted(column))
                .param(value)
                .query(
                        (row, _) ->
                                new Person(
                                        row.getString("person"),
                                        row.getInt("generation"),
                                        row.getBoolean("stopped")))
                .optional();
    }

    /** Another address for the private feed; the old one is worth nothing from now on. */
    void renew(Person person) {
        int next = person.generation() + 1;
        sql.sql("UPDATE notice.person SET generation = ?, feed_digest = ? WHERE person = ?")
                .params(next, Tokens.digest(tokens.feed(person.person(), next)), person.person())
                .update();
    }

    void stop(String person) {
        sql.sql(
                        """
                        UPDATE notice.person SET stopped_at = coalesce(stopped_at, now())
                        WHERE person = ?
                        """)
                .param(person)
                .update();
    }

    void resume(String person) {
        sql.sql("UPDATE notice.person SET stopped_at = NULL WHERE person = ?")
                .param(person)
                .update();
    }

    void choose(String person, Choice choice) {
        sql.sql(
                        """
                        INSERT INTO notice.preference (person, kind, channel, wanted)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (person, kind, channel) DO UPDATE SET wanted = excluded.wanted
                        """)
                .params(person, choice.kind().name(), choice.channel().name(), choice.wanted())
                .update();
    }

    List<Choice> choices(String person) {
        return sql.sql("SELECT kind, channel, wanted FROM notice.preference WHERE person = ?")
                .param(person)
                .query(
                        (row, _) ->
                                new Choice(
                                        Kind.valueOf(row.getString("kind")),
                                        Contact.Channel.valueOf(row.getString("channel")),
                                        row.getBoolean("wanted")))
                .list();
    }

    /** Whether that person is told of that kind by that channel. */
    static boolean isWanted(List<Choice> choices, Kind kind, Contact.Channel channel) {
        return !kind.mayBeStopped()
                || choices.stream()
                        .filter(c -> c.kind() == kind && c.channel() == channel)
                        .findFirst()
                        .map(Choice::wanted)
                        .orElse(channel == Contact.Channel.EMAIL || kind.isBySms());
    }
}

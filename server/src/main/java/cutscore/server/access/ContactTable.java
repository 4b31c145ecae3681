package cutscore.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Confirmed contacts in the schema {@code access}. */
@Component
class ContactTable {
    private final JdbcClient sql;
    private final ContactVault vault;

    ContactTable(JdbcClient sql, ContactVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    List<Contact> of(UUID account) {
        return sql.sql(
                        """
                        SELECT account, channel, sealed FROM access.contact
                         WHERE account = :account ORDER BY channel
                        """)
                .param("account", account)
                .query((row, _) -> contact(row))
                .list();
    }

    Optional<UUID> accountOf(String person) {
        return sql.sql("SELECT id FROM access.examinee_account WHERE person = :person")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** Whose it is: on a shared telephone, more than one's. */
    List<UUID> accountsWith(Contact contact) {
        return sql.sql(
                        """
                        SELECT account FROM access.contact WHERE digest = :digest
                         ORDER BY verified_at, account
                        """)
                .param("digest", vault.digest(contact))
                .query(UUID.class)
                .list();
    }

    /** Puts it in the place of the account's former contact of that channel. */
    void put(UUID account, Contact contact) {
        sql.sql(
                        """
                        INSERT INTO access.contact (account, channel, sealed, digest, verified_at)
                        VALUES (:account, :channel, :sealed, :digest, clock_timestamp())
                        ON CONFLICT (account, channel) DO UPDATE SET sealed = excluded.sealed,
                          digest = excluded.digest, verified_at = excluded.verified_at
                        """)
                .param("account", account)
                .param("channel", contact.channel().name())
                .param("sealed", vault.seal(account, contact))
                .param("digest", vault.digest(contact))
                .update();
    }

    void remove(UUID account, Contact.Channel channel) {
        sql.sql("DELETE FROM access.contact WHERE account = :account AND channel = :channel")
                .param("account", account)
                .param("channel", channel.name())
                .update();
    }

    private Contact contact(ResultSet row) throws SQLException {
        return vault.open(
                row.getObject("account", UUID.class),
                Contact.Channel.valueOf(row.getString("channel")),
                row.getBytes("sealed"));
    }
}

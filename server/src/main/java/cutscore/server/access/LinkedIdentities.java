package cutscore.server.access;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identities that another house vouches for, as keyed digests of issuer and subject. */
@Component
class LinkedIdentities {
    private final JdbcClient sql;
    private final ContactVault vault;

    LinkedIdentities(JdbcClient sql, ContactVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** One that this browser has proven; kept in its session until it is linked. */
    record Proven(String issuer, String subject) implements Serializable {
        static final String KEPT = "proven-identity";

        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "Proven[]";
        }
    }

    Optional<UUID> account(Proven proven) {
        return sql.sql("SELECT account FROM access.linked_identity WHERE digest = :digest")
                .param("digest", digest(proven))
                .query(UUID.class)
                .optional();
    }

    boolean isLinked(UUID account) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.linked_identity
                                        WHERE account = :account)
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** One identity for one account; the other way round as well. */
    boolean link(UUID account, Proven proven) {
        return sql.sql(
                                """
                                INSERT INTO access.linked_identity (digest, account, linked_at)
                                VALUES (:digest, :account, clock_timestamp())
                                ON CONFLICT DO NOTHING
                                """)
                        .param("digest", digest(proven))
                        .param("account", account)
                        .update()
                > 0;
    }

    boolean unlink(UUID account) {
        return sql.sql("DELETE FROM access.linked_identity WHERE account = :account")
                        .param("account", account)
                        .update()
                > 0;
    }

    private byte[] digest(Proven proven) {
        return vault.mac("identity\n" + proven.issuer() + "\n" + proven.subject());
    }
}

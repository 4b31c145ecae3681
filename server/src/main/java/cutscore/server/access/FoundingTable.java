package cutscore.server.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one-time codes and the two founding grants. */
@Component
class FoundingTable {
    private final JdbcClient sql;

    FoundingTable(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isFounded(Role role) {
        return sql.sql(
                        "SELECT EXISTS (SELECT 1 FROM access.role_grant"
                                + " WHERE founding AND role = :role)")
                .param("role", role.name())
                .query(Boolean.class)
                .single();
    }

    void store(Role role, String digest, Instant expires) {
        sql.sql(
                        """
                        INSERT INTO access.founding_code (role, digest, expires_at)
                        VALUES (:role, :digest, :expires)
                        ON CONFLICT (role) DO UPDATE
                           SET digest = excluded.digest, expires_at = excluded.expires_at
                        """)
                .param("role", role.name())
                .param("digest", digest)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the code away, so that it works once; a rolled-back founding gives it back. */
    Optional<Role> use(String digest, Instant now) {
        return sql.sql(
                        """
                        DELETE FROM access.founding_code
                         WHERE digest = :digest AND expires_at > :now RETURNING role
                        """)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }

    void found(UUID grant, UUID officer, Role role, Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.role_grant (id, officer, role, founding, proposed_by,
                                                       proposed_at, confirmed_by, confirmed_at)
                        VALUES (:id, :officer, :role, true, :officer, :at, :officer, :at)
                        """)
                .param("id", grant)
                .param("officer", officer)
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

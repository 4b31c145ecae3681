package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Examinees' accounts in the schema {@code access}. */
@Component
class ExamineeAccountTable {
    private final JdbcClient sql;

    ExamineeAccountTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(ExamineeAccount account, String signInName, String hash, Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.examinee_account
                            (id, session, admission_number, sign_in_name, password_hash, created_at)
                        VALUES (:id, :session, :number, :name, :hash, :at)
                        """)
                .param("id", account.id())
                .param("session", account.session().toString())
                .param("number", account.admissionNumber())
                .param("name", signInName)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ExamineeAccount> find(UUID id) {
        return sql.sql(
                        """
                        SELECT id, session, admission_number FROM access.examinee_account
                         WHERE id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new ExamineeAccount(
                                        row.getObject("id", UUID.class),
                                        new SessionId(row.getString("session")),
                                        row.getString("admission_number")))
                .optional();
    }
}

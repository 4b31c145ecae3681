package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Examinees' accounts in the schema {@code access}. */
@Component
class ExamineeAccountTable {
    private static final String ACCOUNT =
            "SELECT id, session, admission_number, person FROM access.examinee_account";

    private final JdbcClient sql;

    ExamineeAccountTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** What an account can be signed in to with, besides contacts and passkeys. */
    record Keyring(@Nullable String signInName, boolean password) {}

    void insert(
            ExamineeAccount account,
            @Nullable String signInName,
            @Nullable String hash,
            Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.examinee_account (id, session, admission_number,
                            sign_in_name, password_hash, created_at, person)
                        VALUES (:id, :session, :number, :name, :hash, :at, :person)
                        """)
                .param("id", account.id())
                .param("session", account.session().toString())
                .param("number", account.admissionNumber())
                .param("name", signInName)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", account.person().orElse(null))
                .update();
    }

    /** Thousands in one statement, each with a sign-in name and the same hash. */
    void insertAll(List<ExamineeAccount> accounts, List<String> names, String hash, Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.examinee_account (id, session, admission_number,
                            sign_in_name, password_hash, created_at)
                        SELECT id, session, number, name, ?, ?
                          FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
                               AS opened (id, session, number, name)
                        """)
                .param(hash)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(new SqlArrayValue("uuid", column(accounts, ExamineeAccount::id)))
                .param(new SqlArrayValue("text", column(accounts, a -> a.session().toString())))
                .param(new SqlArrayValue("text", column(accounts, a -> a.admissionNumber())))
                .param(new SqlArrayValue("text", names.toArray()))
                .update();
    }

    private static Object[] column(
            List<ExamineeAccount> accounts, Function<ExamineeAccount, Object> of) {
        return accounts.stream().map(of).toArray();
    }

    Optional<ExamineeAccount> find(UUID id) {
        return sql.sql(ACCOUNT + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> account(row))
                .optional();
    }

    /** The account of that person. */
    Optional<ExamineeAccount> of(String person) {
        return sql.sql(ACCOUNT + " WHERE person = :person")
                .param("person", person)
                .query((row, _) -> account(row))
                .optional();
    }

    /** Whether that sitting opened an account; an invented one may have no person. */
    boolean isOpenFor(Sitting sitting) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.examinee_account
                          WHERE session = :session AND admission_number = :number)
                        """)
                .param("session", sitting.session().toString())
                .param("number", sitting.admissionNumber())
                .query(Boolean.class)
                .single();
    }

    /** Among officers as well: a name leads to one account. */
    boolean isNameTaken(String signInName) {
        return sql.sql(
                        """
                        SELECT EXISTS (
                          SELECT 1 FROM access.examinee_account WHERE sign_in_name = :name
                          UNION ALL SELECT 1 FROM access.officer WHERE sign_in_name = :name)
                        """)
                .param("name", signInName)
                .query(Boolean.class)
                .single();
    }

    Keyring keyring(UUID id) {
        return sql.sql(
                        """
                        SELECT sign_in_name, password_hash IS NOT NULL AS password
                          FROM access.examinee_account WHERE id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Keyring(
                                        row.getString("sign_in_name"), row.getBoolean("password")))
                .single();
    }

    Optional<String> passwordHash(UUID id) {
        return sql.sql("SELECT password_hash FROM access.examinee_account WHERE id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString("password_hash")))
                .single();
    }

    void setPassword(UUID id, String hash) {
        sql.sql("UPDATE access.examinee_account SET password_hash = :hash WHERE id = :id")
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    private static ExamineeAccount account(ResultSet row) throws SQLException {
        return new ExamineeAccount(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                row.getString("admission_number"),
                Optional.ofNullable(row.getString("person")));
    }
}

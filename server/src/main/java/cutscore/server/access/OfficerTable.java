package cutscore.server.access;

import cutscore.kernel.id.DivisionCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The officers and their grants in the schema {@code access}. */
@Component
class OfficerTable {
    private static final String SELECT =
            """
            SELECT o.id, o.display_name, o.province,
                   array(SELECT g.role FROM access.role_grant g
                          WHERE g.officer = o.id AND g.confirmed_by IS NOT NULL
                            AND g.ended_at IS NULL) AS roles
              FROM access.officer o
            """;

    private final JdbcClient sql;

    OfficerTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(
            Officer officer,
            String signInName,
            @Nullable String hash,
            Instant at,
            @Nullable UUID by) {
        sql.sql(
                        """
                        INSERT INTO access.officer (id, sign_in_name, display_name, province,
                                                    password_hash, created_at, created_by)
                        VALUES (:id, :signInName, :name, :province, :hash, :at, :by)
                        """)
                .param("id", officer.id())
                .param("signInName", signInName)
                .param("name", officer.name())
                .param("province", officer.province().map(DivisionCode::value).orElse(null))
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    Optional<Officer> find(UUID id) {
        return sql.sql(SELECT + " WHERE o.id = :id")
                .param("id", id)
                .query((row, _) -> officer(row))
                .optional();
    }

    List<Officer> all() {
        return sql.sql(SELECT + " ORDER BY o.created_at, o.id")
                .query((row, _) -> officer(row))
                .list();
    }

    boolean isEmpty() {
        return sql.sql("SELECT NOT EXISTS (SELECT 1 FROM access.officer)")
                .query(Boolean.class)
                .single();
    }

    boolean isNameTaken(String signInName) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM access.officer WHERE sign_in_name = :name)")
                .param("name", signInName)
                .query(Boolean.class)
                .single();
    }

    void propose(UUID grant, UUID officer, Role role, UUID by, Instant at) {
        sql.sql(
                        """
                        INSERT INTO access.role_grant (id, officer, role, proposed_by, proposed_at)
                        VALUES (:id, :officer, :role, :by, :at)
                        """)
                .param("id", grant)
                .param("officer", officer)
                .param("role", role.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The grant, locked until the transaction ends, so that two confirmations cannot cross. */
    Optional<ProposedGrant> lockGrant(UUID grant) {
        return sql.sql(
                        """
                        SELECT id, officer, role, proposed_by, proposed_at, confirmed_by
                          FROM access.role_grant
                         WHERE id = :id AND ended_at IS NULL FOR UPDATE
                        """)
                .param("id", grant)
                .query((row, _) -> grant(row))
                .optional();
    }

    List<ProposedGrant> waiting() {
        return sql.sql(
                        """
                        SELECT id, officer, role, proposed_by, proposed_at, confirmed_by
                          FROM access.role_grant
                         WHERE confirmed_by IS NULL AND ended_at IS NULL
                         ORDER BY proposed_at, id
                        """)
                .query((row, _) -> grant(row))
                .list();
    }

    void confirm(UUID grant, UUID by, Instant at) {
        sql.sql(
                        """
                        UPDATE access.role_grant SET confirmed_by = :by, confirmed_at = :at
                         WHERE id = :id AND confirmed_by IS NULL
                        """)
                .param("id", grant)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Withdraws a role that is held. */
    void endGrant(UUID officer, Role role, Instant at) {
        sql.sql(
                        """
                        UPDATE access.role_grant SET ended_at = :at
                         WHERE officer = :officer AND role = :role AND confirmed_by IS NOT NULL
                           AND ended_at IS NULL
                        """)
                .param("officer", officer)
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a grant back that nobody confirmed. */
    boolean dropGrant(UUID grant, Instant at) {
        return sql.sql(
                                """
                                UPDATE access.role_grant SET ended_at = :at
                                 WHERE id = :id AND confirmed_by IS NULL AND ended_at IS NULL
                                """)
                        .param("id", grant)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Whether there is such an officer, whose account is not closed. */
    boolean isOpen(UUID officer) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.officer
                                        WHERE id = :id AND closed_at IS NULL)
                        """)
                .param("id", officer)
                .query(Boolean.class)
                .single();
    }

    /** Closes it: no password, no code, no role held or waiting, and none proposed by it. */
    void close(UUID officer, Instant at) {
        sql.sql(
                        """
                        WITH gone AS (DELETE FROM access.officer_code WHERE officer = :id),
                             ended AS (UPDATE access.role_grant SET ended_at = :at
                                        WHERE ended_at IS NULL AND (officer = :id
                                           OR proposed_by = :id AND confirmed_by IS NULL))
                        UPDATE access.officer SET password_hash = NULL, closed_at = :at
                         WHERE id = :id AND closed_at IS NULL
                        """)
                .param("id", officer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes the password away and puts a one-time code in its place.
     *
     * @return when it is over, on the wall clock
     */
    Instant giveCode(UUID officer, byte[] digest) {
        return sql.sql(
                        """
                        WITH taken AS (UPDATE access.officer SET password_hash = NULL
                                        WHERE id = :id)
                        INSERT INTO access.officer_code (officer, digest) VALUES (:id, :digest)
                        ON CONFLICT (officer) DO UPDATE
                           SET digest = excluded.digest, expires_at = excluded.expires_at
                        RETURNING expires_at
                        """)
                .param("id", officer)
                .param("digest", digest)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Sets the password of whom name and code belong to, and takes the code away. */
    Optional<UUID> redeem(String signInName, byte[] digest, String hash) {
        return sql.sql(
                        """
                        WITH used AS (
                            DELETE FROM access.officer_code c USING access.officer o
                             WHERE c.officer = o.id AND o.sign_in_name = :name
                               AND o.closed_at IS NULL AND c.digest = :digest
                               AND c.expires_at > clock_timestamp()
                            RETURNING c.officer)
                        UPDATE access.officer SET password_hash = :hash
                          FROM used WHERE id = used.officer RETURNING id
                        """)
                .param("name", signInName)
                .param("digest", digest)
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    /** A password as it is kept, and the name that it must not hold. */
    record Kept(String signInName, String hash) {}

    Optional<Kept> passwordOf(UUID officer) {
        return sql.sql(
                        """
                        SELECT sign_in_name, password_hash FROM access.officer
                         WHERE id = :id AND password_hash IS NOT NULL
                        """)
                .param("id", officer)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getString("sign_in_name"),
                                        row.getString("password_hash")))
                .optional();
    }

    void setPassword(UUID officer, String hash) {
        sql.sql(
                        """
                        UPDATE access.officer SET password_hash = :hash
                         WHERE id = :id AND closed_at IS NULL
                        """)
                .param("id", officer)
                .param("hash", hash)
                .update();
    }

    /** For the administrators, in the order the accounts came. */
    List<OfficerLine> lines() {
        return sql.sql(
                        """
                        SELECT o.id, o.display_name, o.province, o.sign_in_name, o.closed_at,
                               o.password_hash IS NULL AS waits,
                               array(SELECT g.role FROM access.role_grant g
                                      WHERE g.officer = o.id AND g.confirmed_by IS NOT NULL
                                        AND g.ended_at IS NULL) AS roles,
                               EXISTS (SELECT 1 FROM access.totp WHERE officer = o.id) AS app,
                               (SELECT count(*)::int FROM access.passkey
                                 WHERE account = o.id) AS passkeys,
                               (SELECT max(began_at) FROM access.sign_in
                                 WHERE account = o.id) AS last
                          FROM access.officer o ORDER BY o.created_at, o.id
                        """)
                .query((row, _) -> line(row))
                .list();
    }

    private static OfficerLine line(ResultSet row) throws SQLException {
        return new OfficerLine(
                officer(row),
                row.getString("sign_in_name"),
                moment(row, "closed_at"),
                row.getBoolean("waits"),
                row.getBoolean("app"),
                row.getInt("passkeys"),
                moment(row, "last"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, java.time.OffsetDateTime.class))
                .map(java.time.OffsetDateTime::toInstant);
    }

    private static Officer officer(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new Officer(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                Arrays.stream((String[]) roles.getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(row.getString("province")).map(DivisionCode::new));
    }

    private static ProposedGrant grant(ResultSet row) throws SQLException {
        return new ProposedGrant(
                row.getObject("id", UUID.class),
                row.getObject("officer", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", java.time.OffsetDateTime.class).toInstant(),
                row.getObject("confirmed_by") != null);
    }
}

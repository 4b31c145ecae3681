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
                          WHERE g.officer = o.id AND g.confirmed_by IS NOT NULL) AS roles
              FROM access.officer o
            """;

    private final JdbcClient sql;

    OfficerTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Officer officer, String signInName, String hash, Instant at, @Nullable UUID by) {
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
                          FROM access.role_grant WHERE id = :id FOR UPDATE
                        """)
                .param("id", grant)
                .query((row, _) -> grant(row))
                .optional();
    }

    List<ProposedGrant> waiting() {
        return sql.sql(
                        """
                        SELECT id, officer, role, proposed_by, proposed_at, confirmed_by
                          FROM access.role_grant WHERE confirmed_by IS NULL
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

package cutscore.server.database;

import cutscore.kernel.Words;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The role under which a provincial officer's request speaks to PostgreSQL: it signs in nowhere,
 * owns nothing and is held by row-level security, while the owner of the tables is not. It may do
 * with every table what the program does; which rows it meets, the policies of each module say, and
 * a table with row-level security and without a policy shows it nothing.
 */
@Component
final class ProvinceRole implements SmartInitializingSingleton {
    static final String NAME = "cutscore_province";

    /** Roles are the cluster's: two servers, or two databases, may make it at the same time. */
    private static final String MAKE =
            """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cutscore_province') THEN
                    CREATE ROLE cutscore_province NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE
                        NOREPLICATION NOBYPASSRLS;
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END $$
            """;

    private static final String JOIN = "GRANT cutscore_province TO CURRENT_USER";
    private static final String TRY =
            "SELECT set_config('role', 'cutscore_province', false),"
                    + " set_config('role', 'none', false)";

    /** Partitions are reached through their parent, whose policies hold; never by themselves. */
    private static final String GRANT =
            """
            DO $$ DECLARE it record; BEGIN
                FOR it IN SELECT n.nspname AS name FROM pg_namespace n
                    WHERE pg_has_role(n.nspowner, 'USAGE')
                      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
                      AND NOT has_schema_privilege('cutscore_province', n.oid, 'USAGE')
                LOOP
                    EXECUTE format('GRANT USAGE ON SCHEMA %I TO cutscore_province', it.name);
                END LOOP;
                FOR it IN SELECT c.oid::regclass::text AS name, c.relkind AS kind
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE pg_has_role(c.relowner, 'USAGE') AND NOT c.relispartition
                      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
                      AND c.relname NOT LIKE 'flyway%'
                      AND CASE c.relkind
                            WHEN 'S' THEN NOT has_sequence_privilege('cutscore_province', c.oid, 'USAGE')
                            WHEN 'r' THEN NOT has_table_privilege('cutscore_province', c.oid, 'DELETE')
                            WHEN 'p' THEN NOT has_table_privilege('cutscore_province', c.oid, 'DELETE')
                            ELSE false END
                LOOP
                    IF it.kind = 'S' THEN
                        EXECUTE format('GRANT USAGE ON SEQUENCE %s TO cutscore_province', it.name);
                    ELSE
                        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s'
                            ' TO cutscore_province', it.name);
                    END IF;
                END LOOP;
            END $$
            """;

    private final JdbcClient sql;

    ProvinceRole(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Before the migrations, whose policies name it.
     *
     * @throws WeakSettings when the role is not there, cannot be made, or would hold nobody back
     */
    static void make(DataSource database) {
        var sql = JdbcClient.create(database);
        try {
            sql.sql(MAKE).update();
            if (!isOurs(sql)) {
                sql.sql(JOIN).update();
                sql.sql(TRY).query((row, _) -> 0).list();
            }
        } catch (DataAccessException refused) {
            throw missing();
        }
        boolean holds =
                sql.sql(
                                """
                                SELECT NOT rolsuper AND NOT rolbypassrls AND NOT rolcanlogin
                                  FROM pg_roles WHERE rolname = 'cutscore_province'
                                """)
                        .query(Boolean.class)
                        .single();
        if (!holds) {
            throw missing();
        }
    }

    private static boolean isOurs(JdbcClient sql) {
        try {
            sql.sql(TRY).query((row, _) -> 0).list();
            return true;
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    private static WeakSettings missing() {
        String made =
                "CREATE ROLE cutscore_province NOLOGIN NOSUPERUSER NOBYPASSRLS;"
                        + " GRANT cutscore_province TO <CUTSCORE_DB_USER>;";
        return new WeakSettings(
                List.of(
                        new Words(
                                "数据库里没有省级角色，各省数据无法由数据库隔开；请数据库管理员执行：" + made,
                                "the database has no role for provincial officers, so it could not"
                                        + " keep the provinces apart: let its administrator run "
                                        + made)));
    }

    /** After the migrations: the role may use what they made. */
    @Override
    public void afterSingletonsInstantiated() {
        sql.sql(GRANT).update();
    }
}

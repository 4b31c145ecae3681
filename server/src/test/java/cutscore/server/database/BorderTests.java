package cutscore.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections are bound to the province of who asks, and to nobody afterwards. */
@ModuleTest
class BorderTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode GANSU = new DivisionCode("620000");

    /** Rows of people that are reached by an id alone, or hold nothing that tells who it is. */
    private static final Set<String> WITHOUT_A_POLICY =
            Set.of("access.sign_in"); // one's own, by the id in one's session

    @Autowired DataSource pool;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void insideABorderTheRoleAndTheProvinceAreBoundAndAfterwardsNothingIs() {
        assertThat(who()).endsWith("|");
        Border.within(SICHUAN, () -> assertThat(who()).isEqualTo("cutscore_province|510000"));
        Border.within(
                SICHUAN,
                () -> {
                    Border.within(GANSU, () -> assertThat(who()).endsWith("|620000"));
                    assertThat(who()).endsWith("|510000");
                });
        assertThat(Border.here()).isEmpty();
        everyConnectionIsFree();
    }

    @Test
    void aTransactionThatFailsGivesBackAFreeConnection() throws SQLException {
        assertThatThrownBy(
                        () ->
                                Border.within(
                                        SICHUAN,
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                sql.sql("SELECT 1/0")
                                                                        .query()
                                                                        .listOfRows())))
                .isInstanceOf(RuntimeException.class);
        Border.<SQLException, RuntimeException>within(
                SICHUAN,
                () -> {
                    var left = pool.getConnection();
                    left.setAutoCommit(false);
                    left.createStatement().execute("SELECT 1");
                    left.close();
                });
        everyConnectionIsFree();
    }

    @Test
    void aProvinceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Border.within(new DivisionCode("510100"), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A table that tells whose row it is has row-level security, or stands in the list above. */
    @Test
    void everyTableWithRowsOfPeopleIsHeldByAPolicy() {
        var open =
                new TreeSet<>(
                        sql.sql(
                                        """
                                        SELECT DISTINCT c.oid::regclass::text FROM pg_class c
                                          JOIN pg_namespace n ON n.oid = c.relnamespace
                                          JOIN pg_attribute a ON a.attrelid = c.oid
                                         WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                                           AND n.nspname !~ '^pg_'
                                           AND n.nspname <> 'information_schema'
                                           AND NOT a.attisdropped AND NOT c.relrowsecurity
                                           AND (a.attname IN ('admission_number', 'declaration',
                                                              'sealed', 'password_hash')
                                             OR n.nspname IN ('declaration', 'voice', 'export')
                                                AND a.attname IN ('province', 'list'))
                                        """)
                                .query(String.class)
                                .list());
        open.removeAll(WITHOUT_A_POLICY);
        assertThat(open).isEmpty();
    }

    @Test
    void aPartitionOfTheRosterIsNotReachedByItself() {
        var mine =
                sql.sql(
                                """
                                SELECT count(*) FROM pg_class WHERE relispartition AND relkind = 'r'
                                   AND has_table_privilege('cutscore_province', oid, 'SELECT')
                                """)
                        .query(Long.class)
                        .single();
        assertThat(mine).isZero();
    }

    /** Whose user may neither make the role nor step into it, does not start. */
    @Test
    void withoutTheRoleTheServerDoesNotStartAndSaysWhatToRun() {
        String name = "plain_" + UUID.randomUUID().toString().substring(0, 8);
        var address = TestDatabase.fresh();
        sql.sql("CREATE ROLE " + name + " LOGIN PASSWORD 'plain-and-long-enough'").update();
        var plain = new DriverManagerDataSource(address.url(), name, "plain-and-long-enough");
        assertThatThrownBy(() -> ProvinceRole.make(plain))
                .isInstanceOf(WeakSettings.class)
                .hasMessageContaining("CREATE ROLE cutscore_province")
                .hasMessageContaining("GRANT cutscore_province TO");
        sql.sql("GRANT cutscore_province TO " + name).update();
        ProvinceRole.make(plain);
        sql.sql("REVOKE cutscore_province FROM " + name).update();
        sql.sql("DROP ROLE " + name).update();
    }

    /** What the binding costs: the same question free and bound, in turns. Printed, not judged. */
    @Test
    void whatTheBindingCosts() {
        long[] free = new long[400];
        long[] bound = new long[400];
        for (int i = 0; i < free.length; i++) {
            long begun = System.nanoTime();
            who();
            free[i] = System.nanoTime() - begun;
            begun = System.nanoTime();
            Border.within(SICHUAN, this::who);
            bound[i] = System.nanoTime() - begun;
        }
        Arrays.sort(free);
        Arrays.sort(bound);
        System.out.printf(
                "one question: free %d us, bound %d us (medians of %d, in turns)%n",
                free[200] / 1000, bound[200] / 1000, free.length);
        assertThat(bound[200]).isPositive();
    }

    private String who() {
        return sql.sql(
                        "SELECT current_user || '|' ||"
                                + " coalesce(current_setting('cutscore.province', true), '')")
                .query(String.class)
                .single();
    }

    private void everyConnectionIsFree() {
        List<String> seen = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seen.add(who());
        }
        assertThat(seen).allMatch(one -> one.endsWith("|") && !one.startsWith("cutscore_province"));
    }
}

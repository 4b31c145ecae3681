package cutscore.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ModuleTest
class DurabilityTests {
    @Autowired JdbcClient sql;
    @Autowired DataSource database;
    @Autowired InstantSource clock;

    @Test
    void acknowledgedActsSurviveAPowerCut() {
        Durability.require(database);
        assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
    }

    @Test
    void aDatabaseThatWouldLoseAcknowledgedActsIsRefusedByName() throws Exception {
        try (var connection = database.getConnection()) {
            var forgetful = new SingleConnectionDataSource(connection, true);
            JdbcClient.create(forgetful).sql("SET synchronous_commit = off").update();
            assertThatThrownBy(() -> Durability.require(forgetful))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit");
            JdbcClient.create(forgetful).sql("RESET synchronous_commit").update();
        }
    }

    @Test
    void passwordsAreScramAndNobodyEntersWithoutOne() {
        assertThat(
                        sql.sql(
                                        "SELECT count(*) FROM pg_hba_file_rules"
                                                + " WHERE auth_method = 'trust'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void testsWalkAScriptedClock() {
        assertThat(clock).isInstanceOf(ScriptedClock.class);
    }
}

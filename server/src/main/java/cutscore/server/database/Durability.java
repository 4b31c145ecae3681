package cutscore.server.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An acknowledged act survives a power cut, or the server does not start. */
final class Durability {
    private static final List<String> PROMISES =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /**
     * @throws IllegalStateException naming every setting that would lose acknowledged acts
     */
    static void require(DataSource database) {
        var off =
                JdbcClient.create(database)
                        .sql(
                                """
                                SELECT name FROM pg_settings
                                WHERE name IN (:names) AND setting = 'off' ORDER BY name
                                """)
                        .param("names", PROMISES)
                        .query(String.class)
                        .list();
        if (!off.isEmpty()) {
            throw new IllegalStateException(
                    "数据库设置会丢失已确认的数据，请打开后再启动 / The database would lose acknowledged acts;"
                            + " turn these settings on: "
                            + String.join(", ", off));
        }
    }
}

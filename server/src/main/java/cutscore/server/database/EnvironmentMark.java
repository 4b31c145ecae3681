package cutscore.server.database;

import cutscore.kernel.Words;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database belongs to one environment for ever: a demonstration's acts never turn into
 * production's, nor the other way round. The first start writes the name, every later one compares.
 */
@Component
record EnvironmentMark(Settings settings, JdbcClient sql) implements SmartInitializingSingleton {

    /**
     * @throws WeakSettings when the database was made by another environment
     */
    @Override
    public void afterSingletonsInstantiated() {
        sql.sql(
                        """
                        INSERT INTO database.environment (name) VALUES (:name)
                        ON CONFLICT (only_row) DO NOTHING
                        """)
                .param("name", settings.environment())
                .update();
        String name = sql.sql("SELECT name FROM database.environment").query(String.class).single();
        if (!name.equals(settings.environment())) {
            throw new WeakSettings(
                    List.of(
                            new Words(
                                    "这个数据库属于“"
                                            + name
                                            + "”环境，不能用于“"
                                            + settings.environment()
                                            + "”；请换一个数据库或数据目录",
                                    "this database belongs to the environment "
                                            + name
                                            + " and is not used for "
                                            + settings.environment()
                                            + ": give another database or data folder")));
        }
    }
}

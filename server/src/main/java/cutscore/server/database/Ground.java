package cutscore.server.database;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SeededEntropy;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays the ground: which database, whose clock, which entropy, which keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Settings.class, CipherSettings.class})
class Ground {

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(Settings settings) {
        return settings.databaseUrl().isEmpty()
                ? EmbeddedServer.start(settings.folder().resolve("postgresql"))
                : new GivenServer(
                        settings.databaseUrl(),
                        settings.databaseUser(),
                        settings.databasePassword());
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(PostgresServer server) {
        var pool = server.pool(Share.WORK);
        Durability.require(pool);
        ProvinceRole.make(pool);
        return new BorderedPool(pool, server::pool);
    }

    @Bean
    InstantSource businessClock(Settings settings, JdbcClient sql) {
        var database = new DatabaseClock(sql);
        if (settings.seed() == null) {
            return database;
        }
        var lag = settings.lag();
        return lag == null ? new ScriptedClock() : new LaggingClock(database, lag);
    }

    @Bean
    Arrivals arrivals(InstantSource clock) {
        return new Arrivals(clock, System::nanoTime);
    }

    @Bean
    Regularly arrivalKeeping(Arrivals arrivals, InstantSource clock) {
        return new Regularly(
                        "arrival-keeping",
                        Duration.ofSeconds(1),
                        () ->
                                Share.<RuntimeException, RuntimeException>within(
                                        Share.CLOCK, arrivals::keep),
                        new Words(
                                "业务时钟读不到，每次受理时直接询问数据库",
                                "the business clock cannot be read; each decision asks the"
                                        + " database"))
                .onlyIf(!(clock instanceof ScriptedClock));
    }

    @Bean
    Entropy entropy(Settings settings) {
        Long seed = settings.seed();
        // After a replay the seed is spent: drawing from it again would give ids a second time.
        return seed == null || settings.lag() != null
                ? new SecureEntropy()
                : new SeededEntropy("cutscore", seed);
    }

    @Bean
    Keys keys(Settings settings) {
        Long seed = settings.seed();
        return seed == null
                ? Keys.inFolder(settings.folder().resolve("keys"), new SecureEntropy())
                : Keys.fromSeed(seed);
    }

    @Bean
    FieldCiphers fieldCiphers(Keys keys, Entropy entropy, CipherSettings settings) {
        return new FieldCiphers(keys, entropy, settings.cipher(), settings.keyVersion());
    }
}

package cutscore.server;

import cutscore.server.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * The whole server on a fresh database of a real PostgreSQL, with the scripted clock and seed 7.
 * Test classes share one context, so each makes its own people, sessions and numbers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ModuleTest.OnAFreshDatabase.class)
public @interface ModuleTest {

    /** Points the server at a fresh database and a fresh folder. */
    final class OnAFreshDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "cutscore.seed=7",
                    "cutscore.environment=test",
                    "cutscore.folder=" + folder(),
                    "cutscore.database-url=" + database.url(),
                    "cutscore.database-user=" + database.user(),
                    "cutscore.database-password=" + database.password());
        }

        /** Never one of an earlier run: its ledger would be ahead of the fresh database's. */
        private static Path folder() {
            try {
                var all = Files.createDirectories(Path.of("target/test-folders"));
                return Files.createTempDirectory(all, "server-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package cutscore.server.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the ground is laid from.
 *
 * @param folder where the embedded database, the keys and the ledger's files live
 * @param environment the name inside everything signed: {@code production}, {@code demo}, {@code
 *     cycle}
 * @param seed present only in {@code demo}, {@code cycle} and tests: clock, ids, salts and keys
 *     then replay from it; {@code serve} refuses it
 * @param lag set by {@code demo} once its replay is done: business time then goes on, this far
 *     behind the database's clock; ids and salts come from the operating system, keys still from
 *     the seed
 * @param databaseUrl a JDBC URL, or empty for the embedded server
 * @param databaseUser the given server's user
 * @param databasePassword the given server's password
 */
@ConfigurationProperties("cutscore")
public record Settings(
        @DefaultValue("data") Path folder,
        @DefaultValue("production") String environment,
        @Nullable Long seed,
        @Nullable Duration lag,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String databaseUser,
        @DefaultValue("") String databasePassword) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "Settings[folder=" + folder + ", environment=" + environment + "]";
    }
}

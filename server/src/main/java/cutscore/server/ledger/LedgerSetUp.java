package cutscore.server.ledger;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.NoteSigner;
import cutscore.server.database.Keys;
import cutscore.server.database.Regularly;
import cutscore.server.database.Settings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the ledger together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerSetUp {

    @Bean
    Ledger ledger(
            Settings settings,
            LedgerSettings own,
            Keys keys,
            Entropy entropy,
            InstantSource clock,
            JdbcOperations rows,
            PlatformTransactionManager transactions) {
        var table = new LedgerTable(rows);
        var folder = new LedgerFolder(settings.folder().resolve("ledger"));
        var signer = NoteSigner.log(own.origin(), keys.secret("ledger"));
        var publisher = new Publisher(table, folder, signer, clock, transactions);
        return new Ledger(table, entropy, clock, publisher, transactions);
    }

    @Bean
    Regularly ledgerPublishing(Ledger ledger, Settings settings, LedgerSettings own) {
        return new Regularly(
                        "ledger-publishing",
                        Duration.ofSeconds(1),
                        () -> publish(ledger),
                        new Words("存证未能公布，将重试", "the ledger was not published, trying again"))
                .onlyIf(own.publishesInBackground(settings.environment()));
    }

    private static void publish(Ledger ledger) {
        if (ledger.waiting() != 0 || ledger.published().isEmpty()) {
            ledger.publish();
        }
    }
}

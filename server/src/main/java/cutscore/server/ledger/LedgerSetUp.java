package cutscore.server.ledger;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.NoteSigner;
import cutscore.server.database.Keys;
import cutscore.server.database.Settings;
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
    BackgroundPublishing backgroundPublishing(
            Ledger ledger, Settings settings, LedgerSettings own) {
        return new BackgroundPublishing(ledger, own.publishesInBackground(settings.environment()));
    }
}

package cutscore.server.evidence;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Settings;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the files lie and who examines them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceSetUp {

    @Bean
    SealedFolder sealedFolder(Settings settings) throws IOException {
        var folder = Disk.ownFolder(settings.folder().resolve("evidence"));
        return new SealedFolder(Disk.ownFolder(folder.resolve("files")));
    }

    @Bean
    Incoming incoming(Settings settings, Entropy entropy) throws IOException {
        var folder = settings.folder().resolve("evidence").resolve("incoming");
        return new Incoming(Disk.ownFolder(folder), entropy);
    }

    @Bean(destroyMethod = "close")
    Examiners examiners(Settings settings, EvidenceSettings ours) {
        return new Examiners(settings.folder().toAbsolutePath().normalize(), ours.patience());
    }

    @Bean
    Inspection inspection(Examiners examiners, EvidenceSettings settings) {
        return new Inspection(examiners, new VirusScan(settings.clamd()));
    }
}

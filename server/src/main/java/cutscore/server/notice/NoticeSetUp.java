package cutscore.server.notice;

import cutscore.server.database.Settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the post. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeSetUp {

    @Bean
    Rounds noticeRounds(
            Expansion expansion,
            Reminders reminders,
            Broadcasting broadcasting,
            Post post,
            NoticeSettings own,
            Settings settings) {
        return new Rounds(
                expansion,
                reminders,
                broadcasting,
                post,
                own.isInBackground(settings.environment()));
    }
}

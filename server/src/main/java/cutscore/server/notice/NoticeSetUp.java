package cutscore.server.notice;

import cutscore.server.database.Regularly;
import cutscore.server.database.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the post. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeSetUp {

    @Bean
    Regularly noticePost(Rounds rounds, NoticeSettings own, Settings settings) {
        return rounds.delivering(own.isInBackground(settings.environment()));
    }

    @Bean
    Regularly noticeBroadcasts(Rounds rounds, NoticeSettings own, Settings settings) {
        return rounds.broadcasting(own.isInBackground(settings.environment()));
    }
}

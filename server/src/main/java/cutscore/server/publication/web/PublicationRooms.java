package cutscore.server.publication.web;

import cutscore.kernel.Words;
import cutscore.server.publication.Publications;
import cutscore.server.web.HomeSection;
import cutscore.server.web.Page;
import cutscore.server.web.Room;
import cutscore.server.web.Visit;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where lines and announcements hang in the house. */
@Configuration(proxyBeanMethods = false)
class PublicationRooms {
    private static final int LATEST = 3;

    @Bean
    Room historyOfLinesRoom() {
        return new Room("/lines", new Words("标准线", "Lines"), 20, Room.Bar.MAIN);
    }

    @Bean
    Room announcementsRoom() {
        return new Room("/announcements", new Words("公告", "News"), 30, Room.Bar.MAIN);
    }

    @Bean
    HomeSection latestAnnouncements(Publications publications) {
        return new HomeSection() {
            @Override
            public int order() {
                return 20;
            }

            @Override
            public Optional<Page.Body> show(Visit at) {
                var latest = publications.all().stream().limit(LATEST).toList();
                return latest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                (out, plain) -> JtelatestGenerated.render(out, plain, at, latest));
            }
        };
    }
}

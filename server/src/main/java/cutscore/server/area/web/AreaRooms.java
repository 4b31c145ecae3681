package cutscore.server.area.web;

import cutscore.kernel.Words;
import cutscore.server.web.HomeTask;
import cutscore.server.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the law book hangs in the house. */
@Configuration(proxyBeanMethods = false)
class AreaRooms {

    @Bean
    Room areasRoom() {
        return new Room("/areas", new Words("地区", "Areas"), 10, Room.Bar.MAIN);
    }

    @Bean
    HomeTask isMyCountyAnArea() {
        return new HomeTask(
                "/areas",
                new Words("我的县算不算", "Is my county a line area?"),
                new Words("在不在区内，按哪一条，从哪天起", "in or out, on which ground, since when"),
                15);
    }
}

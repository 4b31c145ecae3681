package cutscore.server.verification.web;

import cutscore.kernel.Words;
import cutscore.server.web.HomeTask;
import cutscore.server.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where verification hangs in the house. */
@Configuration(proxyBeanMethods = false)
class VerificationRooms {

    @Bean
    Room verifyRoom() {
        return new Room("/verify", new Words("验证", "Verify"), 40, Room.Bar.MAIN);
    }

    @Bean
    HomeTask verifyTask() {
        return new HomeTask(
                "/verify",
                new Words("验证书", "Check a certificate"),
                new Words("真不真，在这个县、这一天有没有效", "Genuine? Valid in this county, on this day?"),
                40);
    }
}

package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.server.web.Room;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets handlers take a {@link Desk}, and shows the way to the door. */
@Configuration(proxyBeanMethods = false)
class DeskSetUp {

    @Bean
    WebMvcConfigurer desks(
            OfficerTable officers,
            ObjectProvider<DeskRoom> rooms,
            @Qualifier("visitResolver") HandlerMethodArgumentResolver visits,
            ObjectProvider<StepUpGuard> stepUp) {
        var desks = new DeskResolver(officers, rooms.stream().toList(), visits);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(desks);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(stepUp.getObject());
            }
        };
    }

    @Bean
    DeskRoom ownMatters() {
        return new DeskRoom(
                "/me",
                new Words("我的办理", "My matters"),
                new Words("申报、进度、结果和证书", "declaration, progress, result, certificate"),
                10,
                Set.of(Role.EXAMINEE));
    }

    @Bean
    DeskRoom ownAccount() {
        return new DeskRoom(
                "/me/account",
                new Words("账号与安全", "Account and security"),
                new Words("口令、联系方式、设备、换一次考试", "password, contacts, devices, another exam"),
                900,
                Set.of(Role.EXAMINEE));
    }

    @Bean
    DeskRoom ownSecurity() {
        return new DeskRoom(
                SecurityController.HERE,
                new Words("账号安全", "Account security"),
                new Words("口令、第二因素、恢复码、登录", "password, second factor, recovery, sign-ins"),
                900,
                Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.EXAMINEE))));
    }

    @Bean
    Room wayToTheDoor() {
        return new Room("/desk", new Words("登录", "Sign in"), 10, Room.Bar.ACCOUNT);
    }
}

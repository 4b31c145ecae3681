package cutscore.server.web;

import cutscore.kernel.Words;
import cutscore.server.database.Arrivals;
import cutscore.server.database.Settings;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets up the shell: its assets, its rooms, what handlers may take and return. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

    @Bean
    Assets assets() {
        return Assets.load();
    }

    @Bean
    Shell shell(ObjectProvider<Room> rooms, Settings settings, Assets assets) {
        boolean demo = "demo".equals(settings.environment());
        return new Shell(rooms.stream().toList(), demo, assets);
    }

    @Bean
    VisitResolver visitResolver(Shell shell, Arrivals arrivals) {
        return new VisitResolver(shell, arrivals);
    }

    @Bean
    WebMvcConfigurer pages(VisitResolver visits) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(visits);
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new PageWriter());
            }
        };
    }

    /** Before everything, so that a refusal of the security chain carries them too. */
    @Bean
    FilterRegistrationBean<SafeHeaders> safeHeaders() {
        var registration = new FilterRegistrationBean<>(new SafeHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> firstBytes() {
        return server -> server.addEngineValves(new FirstByte());
    }

    @Bean
    Room help() {
        return new Room("/help", new Words("帮助与无障碍", "Help and accessibility"), 10, Room.Bar.FOOT);
    }

    @Bean
    Room about() {
        return new Room("/about", new Words("关于与许可", "About and licences"), 20, Room.Bar.FOOT);
    }
}

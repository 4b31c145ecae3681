package cutscore.server.evidence.web;

import cutscore.server.web.LargeForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the gate for large forms before everything that could read them. */
@Configuration(proxyBeanMethods = false)
class FilesSetUp {

    @Bean
    FilterRegistrationBean<NotTooLarge> notTooLarge(ObjectProvider<LargeForm> large) {
        var registration = new FilterRegistrationBean<>(new NotTooLarge(large.stream().toList()));
        // After the headers of every answer, before the security chain asks for a parameter.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}

package cutscore.server.admission;

import cutscore.server.database.Arrivals;
import cutscore.server.database.Keys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door in front of everything but the headers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionSetUp {

    @Bean
    Admission admission(AdmissionSettings settings, Keys keys, Arrivals arrivals) {
        return new Admission(
                new Lane("submission", settings.submissions(), System::nanoTime),
                new Lane("own", settings.own(), System::nanoTime),
                new Lane("upload", settings.uploads(), System::nanoTime),
                new Lane("entry", settings.entering(), System::nanoTime),
                new Tickets(keys),
                arrivals);
    }

    @Bean
    FilterRegistrationBean<Admission> admissionDoor(Admission admission) {
        var registration = new FilterRegistrationBean<>(admission);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
